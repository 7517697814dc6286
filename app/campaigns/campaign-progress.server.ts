import { isClaimed } from '#app/claims/claim-kind.ts'
import { type Outcome, outcomesWhere } from '#app/conversations/outcomes.ts'
import type { CorporationScope, Tx } from '#app/core/scope.server.ts'
import { codeList, rawSql, sql } from '#app/core/sql.ts'
import { dateIn } from '#app/time/clock.ts'
import { policySchema } from './calling-policy.ts'
import { type CampaignDay, listCampaignDays } from './campaign-days.server.ts'
import { findFiguresOf } from './campaign-figures.server.ts'
import type { CampaignFigures } from './campaign-figures.ts'
import type { DayPart } from './day-part.ts'
import { dayPartEnds } from './day-part.ts'
import { type Plan, planOf } from './plan.ts'
import { stillToDo } from './still-to-do.ts'
import { calledStates } from './target.ts'

export const blockedReasons = ['with-caller', 'waiting', 'appointment', 'no-caller', 'paused', 'draft'] as const
export type BlockedReason = (typeof blockedReasons)[number]

/** How a campaign stands. Counts of homes unless it says otherwise; dates 'yyyy-mm-dd' in the corporation's zone. */
export type Progress = {
  figures: CampaignFigures
  attempts: number
  outcomes: { outcome: Outcome; attempts: number }[]
  partsOfDay: { part: DayPart; attempts: number; reached: number }[]
  /** At the end of each day since the first call: reached so far and still to do. */
  days: CampaignDay[]
  callers: {
    accountId: string
    name: string
    hours: number
    homes: number
    done: number
    reached: number
    hasLeft: boolean
  }[]
  blocked: { reason: BlockedReason; homes: number; nextAt: Date | null }[]
  topics: { topic: string; conversations: number }[]
  wellbeing: { wellbeing: string; conversations: number }[]
  plan: Plan
}

type Campaign = { state: string; policy: unknown; timeZone: string; firstCallAt: Date | null; minutes: number }

/** Null when there is no such campaign here. Eight statements, however many homes, callers or days. */
export async function findProgress(
  tx: Tx,
  scope: CorporationScope,
  { campaignId, now }: { campaignId: string; now: Date },
): Promise<Progress | null> {
  const campaign = await findCampaignBasics(tx, scope, campaignId)
  if (!campaign) return null
  const where = sql`corporation_id = ${scope.corporationId}::int AND campaign_id = ${campaignId}::uuid`
  const figures = await findFiguresOf(tx, scope, campaignId)
  const outcomes = await tx.sql<Progress['outcomes'][number]>(
    sql`SELECT outcome, count(*)::int AS attempts FROM attempt WHERE ${where} GROUP BY 1 ORDER BY 2 DESC, 1`,
  )
  const callers = await listCallerProgress(tx, scope, campaignId)
  const attempts = outcomes.reduce((sum, { attempts }) => sum + attempts, 0)
  const today = dateIn(campaign.timeZone, now)
  return {
    figures,
    attempts,
    outcomes,
    callers,
    partsOfDay: await countPartsOfDay(tx, where, campaign.timeZone),
    days: await listCampaignDays(tx, scope, { campaignId, now }),
    blocked: await countBlocked(tx, where, campaign.state),
    ...(await countNeeds(tx, where)),
    plan: planOf({
      toDo: figures.toDo,
      reached: figures.reached,
      finished: calledStates.reduce((sum, state) => sum + figures.states[state], 0),
      attempts,
      minutesSpent: campaign.minutes,
      hoursOffered: callers.filter(({ hasLeft }) => !hasLeft).map(({ hours }) => hours),
      policy: policySchema.parse(campaign.policy),
      zone: campaign.timeZone,
      today,
      startedOn: campaign.firstCallAt && dateIn(campaign.timeZone, campaign.firstCallAt),
    }),
  }
}

async function findCampaignBasics(tx: Tx, { corporationId }: CorporationScope, campaignId: string) {
  const [campaign] = await tx.sql<Campaign>(sql`
    SELECT k.state, k.policy, c.time_zone AS "timeZone",
      (SELECT min(a.at) FROM attempt a WHERE a.corporation_id = k.corporation_id AND a.campaign_id = k.id) AS "firstCallAt",
      (SELECT coalesce(sum(extract(epoch FROM least(a.at - a.started_at, interval '2 hours'))) / 60, 0)::float FROM attempt a
        WHERE a.corporation_id = k.corporation_id AND a.campaign_id = k.id) AS minutes
    FROM campaign k JOIN corporation c ON c.id = k.corporation_id
    WHERE k.corporation_id = ${corporationId}::int AND k.id = ${campaignId}::uuid`)
  return campaign
}

type Where = ReturnType<typeof sql>

/** The outcomes after which a home is reached. */
const reachedOutcomes = rawSql(codeList(outcomesWhere(({ home }) => home.next === 'finish' && home.as === 'reached')))

/** By name: nobody is ranked. */
function listCallerProgress(tx: Tx, { corporationId }: CorporationScope, campaignId: string) {
  return tx.sql<Progress['callers'][number]>(sql`
    SELECT m.account_id AS "accountId", coalesce(a.name, '') AS name, m.hours, m.left_at IS NOT NULL AS "hasLeft",
      (SELECT count(*)::int FROM target g WHERE g.corporation_id = m.corporation_id AND g.campaign_id = m.campaign_id
        AND g.assigned_to = m.account_id AND g.state IN ${stillToDo}) AS homes,
      coalesce(done.homes, 0) AS done, coalesce(done.reached, 0) AS reached
    FROM campaign_caller m
    LEFT JOIN account a ON a.id = m.account_id
    LEFT JOIN (
      SELECT t.account_id, count(DISTINCT t.target_id)::int AS homes, count(DISTINCT t.target_id) FILTER (WHERE t.outcome IN ${reachedOutcomes})::int AS reached
      FROM attempt t WHERE t.corporation_id = ${corporationId}::int AND t.campaign_id = ${campaignId}::uuid GROUP BY 1
    ) done ON done.account_id = m.account_id
    WHERE m.corporation_id = ${corporationId}::int AND m.campaign_id = ${campaignId}::uuid
    ORDER BY a.name, m.account_id`)
}

function countPartsOfDay(tx: Tx, where: Where, zone: string) {
  const hour = sql`extract(hour FROM at AT TIME ZONE ${zone})`
  return tx.sql<Progress['partsOfDay'][number]>(sql`
    SELECT part, count(*)::int AS attempts, count(*) FILTER (WHERE outcome IN ${reachedOutcomes})::int AS reached
    FROM (SELECT outcome, CASE WHEN ${hour} < ${dayPartEnds.morning}::int THEN 'morning' WHEN ${hour} < ${dayPartEnds.afternoon}::int THEN 'afternoon' ELSE 'evening' END AS part
      FROM attempt WHERE ${where}) tried
    GROUP BY part ORDER BY array_position(ARRAY['morning', 'afternoon', 'evening'], part)`)
}

/** Why homes that are still to do cannot be called at this moment, one reason each. */
function countBlocked(tx: Tx, where: Where, state: string) {
  const whole =
    state === 'running' ? sql`NULL::text` : sql`CASE WHEN ${state} IN ('paused', 'draft') THEN ${state}::text END`
  return tx.sql<Progress['blocked'][number]>(sql`
    SELECT reason, count(*)::int AS homes, min(at) AS "nextAt" FROM (
      SELECT CASE
        WHEN ${whole} IS NOT NULL THEN ${whole}
        WHEN ${isClaimed} THEN 'with-caller'
        WHEN state = 'appointment' AND next_at > now() THEN 'appointment'
        WHEN state = 'retry' AND next_at > now() THEN 'waiting'
        WHEN assigned_to IS NULL THEN NULL
        WHEN NOT EXISTS (SELECT FROM campaign_caller m WHERE m.corporation_id = g.corporation_id AND m.campaign_id = g.campaign_id
          AND m.account_id = g.assigned_to AND m.left_at IS NULL) THEN 'no-caller'
      END AS reason, CASE WHEN claimed_by IS NOT NULL THEN lease_until ELSE next_at END AS at
      FROM target g WHERE ${where} AND state IN ${stillToDo}
    ) waiting WHERE reason IS NOT NULL GROUP BY reason ORDER BY homes DESC, reason`)
}

async function countNeeds(tx: Tx, where: Where): Promise<Pick<Progress, 'topics' | 'wellbeing'>> {
  return {
    topics: await tx.sql(sql`
      SELECT topic, count(*)::int AS conversations FROM conversation, unnest(topics) topic WHERE ${where} GROUP BY 1 ORDER BY 2 DESC, 1`),
    wellbeing: await tx.sql(sql`
      SELECT wellbeing, count(*)::int AS conversations FROM conversation WHERE ${where} AND wellbeing IS NOT NULL GROUP BY 1
      ORDER BY array_position(ARRAY['good', 'watch', 'worry', 'urgent'], wellbeing)`),
  }
}
