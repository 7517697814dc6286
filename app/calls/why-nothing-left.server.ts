import type { Actor } from '#app/accounts/authorize.server.ts'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import { isCallingTime, nextCallingMoment } from '#app/campaigns/calling-hours.ts'
import { type Policy, policySchema } from '#app/campaigns/calling-policy.ts'
import { liveCampaigns } from '#app/campaigns/campaign-steps.ts'
import { stillToDo, waiting } from '#app/campaigns/still-to-do.ts'
import { waitingStates } from '#app/campaigns/target.ts'
import { isClaimed } from '#app/claims/claim-kind.ts'
import { inScopeSql, type SqlTx } from '#app/core/scope.server.ts'
import { codeList, rawSql, sql } from '#app/core/sql.ts'
import { nameColumns } from '#app/tenants/addressee-columns.server.ts'
import type { PersonName } from '#app/tenants/names.ts'
import { promiseGrace } from './claim-statement.ts'
import { restingOutcomesText, restingTime } from './resting-outcomes.ts'

/** Why a home cannot be called by this caller at this moment; one reason each, in this order. */
export const nothingLeftReasons = [
  'outside-hours',
  'claimed-by-other',
  ...waitingStates,
  'skipped-by-you',
  'own-neighbours',
  'assigned-to-other',
  'paused',
  'finished',
  'attempts-spent',
  'withdrawn',
] as const
export type NothingLeftReason = (typeof nothingLeftReasons)[number]
/** Those that end by themselves. */
const passing = [
  'outside-hours',
  'claimed-by-other',
  ...waitingStates,
  'skipped-by-you',
] as const satisfies NothingLeftReason[]
const passingReasons = rawSql(codeList(passing))
const rest = rawSql(restingTime)

export type NothingLeft = {
  ok: false
  /** `outside-calling-hours`: there are homes, but now is no time to call. */
  reason: 'no-campaign' | 'paused' | 'outside-calling-hours' | 'nothing-left'
  /** Meanwhile there is somebody to call: nothing stands in the way any more. */
  isSomebodyReady: boolean
  blocked: { reason: NothingLeftReason; count: number }[]
  /** When there will be somebody to call again; null when nothing of this list comes back by itself. */
  nextAt: Date | null
  /** Who it is then, when it is somebody on this caller's own list. */
  nextTenant: PersonName | null
}

type Row = {
  campaignId: string
  reason: NothingLeftReason | 'ready'
  count: number
  freeAt: Date | null
  isMine: boolean
}
type Campaign = { id: string; state: string; policy: Policy }

export function whyNothingLeft(actor: Actor, now: Date, campaignId: string | null): Promise<NothingLeft> {
  return inScopeSql(actor, async (tx): Promise<NothingLeft> => {
    const campaigns = await listCampaigns(tx, actor, campaignId)
    if (campaigns.length === 0)
      return { ok: false, reason: 'no-campaign', isSomebodyReady: false, blocked: [], nextAt: null, nextTenant: null }
    const closed = campaigns.filter(
      ({ state, policy }) => state === 'running' && !isCallingTime(policy, actor.timeZone, now),
    )
    const rows = await countReasons(tx, actor, { campaigns, closed })
    const next = firstMoment(rows, campaigns, { zone: actor.timeZone, now })
    return {
      ok: false,
      reason: mainReason(campaigns, rows),
      isSomebodyReady: totalOf(rows, 'ready') > 0,
      blocked: nothingLeftReasons
        .map((reason) => ({ reason, count: totalOf(rows, reason) }))
        .filter(({ count }) => count > 0),
      nextAt: next?.at ?? null,
      nextTenant: next?.isMine ? await nextOnOwnList(tx, actor, campaigns) : null,
    }
  })
}

function mainReason(campaigns: Campaign[], rows: Row[]): NothingLeft['reason'] {
  if (campaigns.every(({ state }) => state !== 'running')) return 'paused'
  return totalOf(rows, 'outside-hours') > 0 ? 'outside-calling-hours' : 'nothing-left'
}

const totalOf = (rows: Row[], reason: Row['reason']) =>
  rows.reduce((sum, row) => sum + (row.reason === reason ? row.count : 0), 0)

async function listCampaigns(
  tx: SqlTx,
  { corporationId, accountId }: Actor,
  campaignId: string | null,
): Promise<Campaign[]> {
  const rows = await tx.sql<{ id: string; state: string; policy: unknown }>(sql`
    SELECT c.id, c.state, c.policy FROM campaign_caller k JOIN campaign c ON c.corporation_id = k.corporation_id AND c.id = k.campaign_id
    WHERE k.corporation_id = ${corporationId}::int AND k.account_id = ${accountId}::uuid AND k.left_at IS NULL AND c.state IN ${liveCampaigns}
      AND (${campaignId}::uuid IS NULL OR c.id = ${campaignId}::uuid)`)
  return rows.map(({ policy, ...campaign }) => ({ ...campaign, policy: policySchema.parse(policy) }))
}

/** The same conditions as in claim-statement.ts, as reasons; and the moment each of them ends by itself. */
function countReasons(
  tx: SqlTx,
  { corporationId, accountId }: Actor,
  { campaigns, closed }: { campaigns: Campaign[]; closed: Campaign[] },
): Promise<Row[]> {
  const me = sql`${accountId}::uuid`
  const isClosed = sql`g.campaign_id = ANY(${closed.map(({ id }) => id)}::uuid[])`
  const forAnybody = sql`(g.state = 'appointment' AND g.appointment_with IS NULL)`
  const mayBeMine = sql`(g.assigned_to IS NULL OR g.assigned_to = ${me} OR ${forAnybody})`
  const notYetMine = sql`(${forAnybody} AND g.assigned_to IS NOT NULL AND g.assigned_to <> ${me} AND g.next_at >= now() - ${rawSql(promiseGrace)})`
  const isWithOther = sql`(${isClaimed} AND g.claimed_by <> ${me} OR EXISTS (SELECT FROM target o WHERE o.corporation_id = g.corporation_id
      AND o.home_id = g.home_id AND o.id <> g.id AND o.claimed_by <> ${me} AND o.lease_until > clock_timestamp()))`
  const isSkipped = sql`(g.last_caller_id = ${me} AND g.last_outcome IN ${rawSql(restingOutcomesText)} AND g.assigned_to IS DISTINCT FROM ${me}
      AND g.last_attempt_at > now() - ${rest})`
  return tx.sql<Row>(sql`
    SELECT "campaignId", reason, count(*)::int AS count, bool_or("isMine") AS "isMine",
      min(CASE reason WHEN 'claimed-by-other' THEN coalesce(lease_until, now() + interval '5 minutes') WHEN 'skipped-by-you' THEN greatest(next_at, last_attempt_at + ${rest})
        WHEN 'outside-hours' THEN greatest(next_at, now()) ELSE next_at END)
        FILTER (WHERE reason IN ${passingReasons} AND "mayBeMine") AS "freeAt"
    FROM (
      SELECT g.campaign_id AS "campaignId", g.next_at, g.lease_until, g.last_attempt_at, ${mayBeMine} AS "mayBeMine", g.assigned_to IS NOT DISTINCT FROM ${me} AS "isMine", CASE
        WHEN g.state = 'unreachable' THEN 'attempts-spent'
        WHEN g.state = 'withdrawn' THEN 'withdrawn'
        WHEN g.state NOT IN ${stillToDo} THEN 'finished'
        WHEN c.state = 'paused' THEN 'paused'
        WHEN ${isWithOther} THEN 'claimed-by-other'
        WHEN NOT ${mayBeMine} THEN 'assigned-to-other'
        WHEN EXISTS (SELECT FROM membership m LEFT JOIN home own ON own.corporation_id = m.corporation_id AND own.number = m.own_home_number
          JOIN home h ON h.corporation_id = m.corporation_id AND h.id = g.home_id AND (h.number = m.own_home_number OR h.complex = own.complex)
          WHERE m.corporation_id = g.corporation_id AND m.account_id = ${me} AND m.own_home_number IS NOT NULL) THEN 'own-neighbours'
        WHEN ${isSkipped} THEN 'skipped-by-you'
        WHEN ${isClosed} THEN 'outside-hours'
        WHEN g.state IN ${waiting} AND g.next_at > now() THEN g.state
        WHEN ${notYetMine} THEN 'assigned-to-other'
        ELSE 'ready' END AS reason
      FROM target g JOIN campaign c ON c.corporation_id = g.corporation_id AND c.id = g.campaign_id
      WHERE g.corporation_id = ${corporationId}::int AND g.campaign_id = ANY(${campaigns.map(({ id }) => id)}::uuid[])
    ) target GROUP BY "campaignId", reason`)
}

function firstMoment(rows: Row[], campaigns: Campaign[], { zone, now }: { zone: string; now: Date }) {
  const moments = rows.flatMap(({ campaignId, freeAt, isMine }) => {
    const campaign = campaigns.find(({ id }) => id === campaignId)
    if (!freeAt || !campaign) return []
    return [{ isMine, at: nextCallingMoment(campaign.policy, zone, freeAt > now ? freeAt : now) }]
  })
  return moments.sort((a, b) => a.at.getTime() - b.at.getTime())[0] ?? null
}

async function nextOnOwnList(tx: SqlTx, actor: Actor, campaigns: Campaign[]): Promise<PersonName | null> {
  const [next] = await tx.sql<PersonName & { tenantId: string }>(sql`
    SELECT t.id AS "tenantId", ${nameColumns}
    FROM target g JOIN tenant t ON t.corporation_id = g.corporation_id AND t.id = g.tenant_id
    WHERE g.corporation_id = ${actor.corporationId}::int AND g.assigned_to = ${actor.accountId}::uuid AND g.state IN ${waiting}
      AND g.campaign_id = ANY(${campaigns.filter(({ state }) => state === 'running').map(({ id }) => id)}::uuid[])
    ORDER BY g.next_at LIMIT 1`)
  if (!next) return null
  const { tenantId, ...name } = next
  await recordAudit(tx, actor, { action: 'tenant:named', subject: 'tenant', subjectId: tenantId })
  return name
}
