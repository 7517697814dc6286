import type { Actor } from '#app/accounts/authorize.server.ts'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import { isCallingTime } from '#app/campaigns/calling-hours.ts'
import { policySchema } from '#app/campaigns/calling-policy.ts'
import { type LiveCampaignState, liveCampaigns } from '#app/campaigns/campaign-steps.ts'
import { stillToDo } from '#app/campaigns/still-to-do.ts'
import { isClaimed, isFree } from '#app/claims/claim-kind.ts'
import { outcomesWhere } from '#app/conversations/outcomes.ts'
import type { Tx } from '#app/core/scope.server.ts'
import { codeList, rawSql, type SqlPart, sql } from '#app/core/sql.ts'
import { nameColumns } from '#app/tenants/addressee-columns.server.ts'
import type { PersonName } from '#app/tenants/names.ts'
import { dateIn, instantAt } from '#app/time/clock.ts'

export type OwnCampaign = {
  id: string
  name: string
  state: LiveCampaignState
  /** Homes still to do on this caller's own list. */
  left: number
  /** Homes still to do that belong to nobody yet. */
  shared: number
  /** Homes of this caller that are done. */
  done: number
}
export type OwnMoment = PersonName & { targetId: string; at: string; isDue: boolean }

export type OwnList = {
  /** The home this caller has in hand at this moment. */
  claimed: (PersonName & { targetId: string }) | null
  campaigns: OwnCampaign[]
  /** There is a home that may be called now; claimNext has the last word. */
  isSomebodyReady: boolean
  left: number
  /** Appointments of today and those that are late, then the days after. */
  appointments: OwnMoment[]
  retries: OwnMoment[]
  retryCount: number
}

const mostShown = 20

/** What stands on a caller's own list. The names that are shown leave one audit row. */
export async function readOwnList(tx: Tx, actor: Actor, now: Date): Promise<OwnList> {
  const { campaigns, isSomebodyReady } = await readCampaigns(tx, actor, now)
  const promised = sql`g.state = 'appointment' AND (g.appointment_with = ${actor.accountId}::uuid
    OR (g.appointment_with IS NULL AND g.assigned_to = ${actor.accountId}::uuid))`
  const retry = sql`g.state = 'retry' AND g.assigned_to = ${actor.accountId}::uuid`
  const appointments = await listMoments(tx, actor, promised)
  const retries = await listMoments(tx, actor, retry)
  const [counted] = await tx.sql<{ count: number }>(
    sql`SELECT count(*)::int AS count FROM ${ownTargets(actor)} WHERE ${retry}`,
  )
  const claimed = await findClaimed(tx, actor)
  const shown = appointments.length + retries.length + (claimed ? 1 : 0)
  if (shown > 0)
    await recordAudit(tx, actor, { action: 'call-list:viewed', subject: 'target', details: { count: shown } })
  const left = campaigns.reduce((sum, campaign) => sum + (campaign.state === 'running' ? campaign.left : 0), 0)
  return { claimed, campaigns, isSomebodyReady, left, appointments, retries, retryCount: counted?.count ?? 0 }
}

async function readCampaigns(tx: Tx, actor: Actor, now: Date) {
  const rows = await listOwnCampaigns(tx, actor)
  const isSomebodyReady = rows.some(
    ({ state, ready, policy }) =>
      state === 'running' && ready > 0 && isCallingTime(policySchema.parse(policy), actor.timeZone, now),
  )
  return { isSomebodyReady, campaigns: rows.map(({ ready: _, policy: __, ...campaign }) => campaign) }
}

function listOwnCampaigns(tx: Tx, { corporationId, accountId }: Actor) {
  return tx.sql<OwnCampaign & { ready: number; policy: unknown }>(sql`
    SELECT c.id, c.name, c.state, c.policy,
      count(g.id) FILTER (WHERE NOT f.is_final AND (f.is_mine OR g.assigned_to IS NULL OR (g.state = 'appointment' AND g.appointment_with IS NULL))
        AND (g.state = 'open' OR g.next_at <= now()) AND ${isFree})::int AS ready,
      count(g.id) FILTER (WHERE NOT f.is_final AND f.is_mine)::int AS left,
      count(g.id) FILTER (WHERE NOT f.is_final AND g.assigned_to IS NULL AND NOT f.is_mine)::int AS shared,
      count(g.id) FILTER (WHERE f.is_final AND g.last_caller_id = ${accountId}::uuid)::int AS done
    FROM campaign_caller k
    JOIN campaign c ON c.corporation_id = k.corporation_id AND c.id = k.campaign_id AND c.state IN ${liveCampaigns}
    LEFT JOIN target g ON g.corporation_id = c.corporation_id AND g.campaign_id = c.id
    CROSS JOIN LATERAL (SELECT g.state NOT IN ${stillToDo} AS is_final,
      coalesce(g.appointment_with, g.assigned_to) = ${accountId}::uuid IS TRUE AS is_mine) f
    WHERE k.corporation_id = ${corporationId}::int AND k.account_id = ${accountId}::uuid AND k.left_at IS NULL
    GROUP BY c.corporation_id, c.id, c.name, c.state, c.policy, c.launched_at ORDER BY c.launched_at, c.id`)
}

const spokenOutcomes = rawSql(codeList(outcomesWhere(({ isTenantSpoken }) => isTenantSpoken)))

/** How many tenants this caller spoke to today, on the calendar of the corporation. */
export async function countSpokenToday(
  tx: Tx,
  { corporationId, accountId, timeZone }: Actor,
  now: Date,
): Promise<number> {
  const midnight = instantAt(timeZone, dateIn(timeZone, now), '00:00')
  const [spoken] = await tx.sql<{ count: number }>(sql`
    SELECT count(DISTINCT tenant_id)::int AS count FROM attempt WHERE corporation_id = ${corporationId}::int
      AND account_id = ${accountId}::uuid AND at >= ${midnight}::timestamptz AND outcome IN ${spokenOutcomes}`)
  return spoken?.count ?? 0
}

const ownTargets = ({ corporationId }: Actor): SqlPart => sql`target g
  JOIN campaign c ON c.corporation_id = g.corporation_id AND c.id = g.campaign_id AND c.state = 'running'
    AND c.corporation_id = ${corporationId}::int`

async function findClaimed(tx: Tx, actor: Actor): Promise<OwnList['claimed']> {
  const [claimed] = await tx.sql<NonNullable<OwnList['claimed']>>(sql`
    SELECT g.id AS "targetId", ${nameColumns}
    FROM ${ownTargets(actor)} JOIN tenant t ON t.corporation_id = g.corporation_id AND t.id = g.tenant_id
    WHERE g.claimed_by = ${actor.accountId}::uuid AND ${isClaimed} AND g.state IN ${stillToDo} LIMIT 1`)
  return claimed ?? null
}

async function listMoments(tx: Tx, actor: Actor, which: SqlPart): Promise<OwnMoment[]> {
  const rows = await tx.sql<Omit<OwnMoment, 'at'> & { at: Date }>(sql`
    SELECT g.id AS "targetId", g.next_at AS at, g.next_at <= now() AS "isDue", ${nameColumns}
    FROM ${ownTargets(actor)} JOIN tenant t ON t.corporation_id = g.corporation_id AND t.id = g.tenant_id
    WHERE ${which} ORDER BY g.next_at, g.id LIMIT ${mostShown}::int`)
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}
