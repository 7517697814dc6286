import { type CorporationScope, inScopeSql } from '#app/core/scope.server.ts'
import { type SqlPart, type SqlRunner, sql } from '#app/core/sql.ts'
import { liveCampaigns } from './campaign-steps.ts'
import { stillToDo } from './still-to-do.ts'

/** How many homes were reached and still to do at the end of a day. 'yyyy-mm-dd' in the corporation's zone. */
export type CampaignDay = { on: string; reached: number; toDo: number }

/**
 * Every day that was not kept yet, as the homes stand now: from the first on which a home was finished, to `last` or the day
 * of the close. `which` says of which campaigns `k`; `c` is the corporation.
 */
const daysNotKept = ({ corporationId }: CorporationScope, { which, last }: { which: SqlPart; last: SqlPart }) => sql`
  SELECT k.id AS campaign_id, d."on"::date AS "on",
    (count(*) FILTER (WHERE g.state = 'reached' AND ${finishedOn} <= d."on"))::int AS reached,
    (count(*) FILTER (WHERE g.state IN ${stillToDo} OR ${finishedOn} > d."on"))::int AS to_do
  FROM campaign k JOIN corporation c ON c.id = k.corporation_id
  JOIN target g ON g.corporation_id = k.corporation_id AND g.campaign_id = k.id
  CROSS JOIN LATERAL (SELECT min((f.finished_at AT TIME ZONE c.time_zone)::date) AS "on" FROM target f
    WHERE f.corporation_id = k.corporation_id AND f.campaign_id = k.id) first
  CROSS JOIN LATERAL (SELECT max(y."on") + 1 AS "on" FROM campaign_day y
    WHERE y.corporation_id = k.corporation_id AND y.campaign_id = k.id) next
  CROSS JOIN LATERAL generate_series(greatest(first."on", next."on"),
    least(${last}, (k.closed_at AT TIME ZONE c.time_zone)::date), interval '1 day') d("on")
  WHERE k.corporation_id = ${corporationId}::int AND ${which} AND first."on" IS NOT NULL
  GROUP BY k.id, d."on"`

const finishedOn = sql`(g.finished_at AT TIME ZONE c.time_zone)::date`
const todayOn = (now: Date) => sql`(${now}::timestamptz AT TIME ZONE c.time_zone)::date`

/** A day that is over is told as it was kept; today as the homes stand now. */
export function listCampaignDays(
  tx: SqlRunner,
  scope: CorporationScope,
  { campaignId, now }: { campaignId: string; now: Date },
): Promise<CampaignDay[]> {
  const which = sql`k.id = ${campaignId}::uuid`
  return tx.sql<CampaignDay>(sql`
    SELECT "on"::text AS "on", reached, to_do AS "toDo" FROM (
      SELECT y."on", y.reached, y.to_do FROM campaign_day y
      WHERE y.corporation_id = ${scope.corporationId}::int AND y.campaign_id = ${campaignId}::uuid
      UNION ALL SELECT s."on", s.reached, s.to_do FROM (${daysNotKept(scope, { which, last: todayOn(now) })}) s
    ) day ORDER BY "on"`)
}

/**
 * Keeps the figures of days that are over: written once and never again, so that what is taken off, put back or corrected
 * later does not change what was so on that day. Gives how many were kept.
 */
export function keepCampaignDays(scope: CorporationScope, now: Date): Promise<number> {
  const which = sql`(k.state IN ${liveCampaigns} OR k.closed_at > ${now}::timestamptz - interval '30 days')`
  return inScopeSql(scope, async (tx) => {
    const kept = await tx.sql(sql`
      INSERT INTO campaign_day (corporation_id, campaign_id, "on", reached, to_do)
      SELECT ${scope.corporationId}::int, s.campaign_id, s."on", s.reached, s.to_do
      FROM (${daysNotKept(scope, { which, last: sql`${todayOn(now)} - 1` })}) s
      ON CONFLICT DO NOTHING RETURNING campaign_id`)
    return kept.length
  })
}
