import type { Actor } from '#app/accounts/authorize.server.ts'
import type { AuditAction } from '#app/audit/audit-words.ts'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import { isClaimed } from '#app/claims/claim-kind.ts'
import type { Outcome } from '#app/conversations/outcomes.ts'
import { type CorporationScope, inScope } from '#app/core/scope.server.ts'
import { joinSql, rawSql, type SqlPart, type SqlRunner, sql } from '#app/core/sql.ts'
import { type Orders, orderSql } from '#app/lists/filter-counts.ts'
import { addressColumns, addressOrder, nameColumns, nameOrder } from '#app/tenants/addressee-columns.server.ts'
import { isOfMeantHome } from '#app/tenants/meant-rows.server.ts'
import type { Address, PersonName } from '#app/tenants/names.ts'
import { soughtText } from '#app/tenants/sought-text.server.ts'
import { stillToDo } from './still-to-do.ts'
import type { TargetState } from './target.ts'
import {
  type TargetFilter,
  type TargetFilterState,
  targetFilterStates,
  type targetSortColumns,
  targetsPerPage,
} from './target-filter.ts'

export type TargetRow = PersonName &
  Address & {
    id: string
    tenantId: string
    complex: string | null
    state: TargetState
    callerName: string | null
    attemptCount: number
    lastOutcome: Outcome | null
    /** The desk that spoke with them while they rang. */
    finishedBy: string | null
    /** ISO instants. */
    lastAttemptAt: string | null
    nextAt: string | null
    isClaimed: boolean
    withdrawnReason: string | null
  }
/** `sought`: the text behind the code of the filter. */
export type TargetList = { rows: TargetRow[]; counts: Record<TargetFilterState, number>; sought: string }

/** One page of the homes of a campaign with the counts beside each state. Leaves an audit row that says whose were shown. */
export async function listTargets(
  tx: SqlRunner,
  actor: Actor,
  { campaignId, filter }: { campaignId: string; filter: TargetFilter },
): Promise<TargetList> {
  const { where, sought } = await matching(tx, actor, { campaignId, filter })
  const perState = targetFilterStates.map(
    (state) => sql`count(*) FILTER (WHERE ${inState(state)})::int AS ${rawSql(`"${state}"`)}`,
  )
  const [counts] = await tx.sql<Record<TargetFilterState, number>>(
    sql`SELECT ${joinSql(perState, ', ')} FROM target g WHERE ${where}`,
  )
  const limit = sql`LIMIT ${targetsPerPage}::int OFFSET ${(filter.page - 1) * targetsPerPage}::int`
  const found = await tx.sql<Found>(ordered(sql`${where} AND ${inState(filter.state)}`, filter, { limit }))
  if (found.length > 0) await recordShown(tx, actor, { campaignId, found, action: 'campaign:addresses-viewed' })
  return { rows: found.map(shown), counts: counts ?? noneOf(), sought }
}

const chunkSize = 1_000

/**
 * All homes that the filter leaves, whatever its page, for a file. Leaves an audit row that says whose are in it, before the
 * first goes out. They come in chunks, each read in a transaction of its own: a long list is never in memory as a whole,
 * and somebody whose connection is slow holds none of ours.
 */
export async function exportTargets(
  actor: Actor,
  { campaignId, filter }: { campaignId: string; filter: TargetFilter },
): Promise<AsyncIterable<TargetRow[]>> {
  const ids = await inScope(actor, async (tx) => {
    const { where } = await matching(tx, actor, { campaignId, filter })
    const condition = sql`${where} AND ${inState(filter.state)}`
    const found = await tx.sql<Pick<Found, 'id' | 'tenantId'>>(ordered(condition, filter, { selected: idColumns }))
    await recordShown(tx, actor, { campaignId, found, action: 'campaign:addresses-exported' })
    return found.map(({ id }) => id)
  })
  return inChunks(actor, ids)
}

async function* inChunks(actor: Actor, ids: string[]): AsyncGenerator<TargetRow[]> {
  for (let from = 0; from < ids.length; from += chunkSize) {
    const wanted = ids.slice(from, from + chunkSize)
    const found = await inScope(actor, (tx) =>
      tx.sql<Found>(sql`
        SELECT ${columns} FROM unnest(${wanted}::uuid[]) WITH ORDINALITY AS wanted (id, place)
        JOIN target g ON g.corporation_id = ${actor.corporationId}::int AND g.id = wanted.id ${joins} ORDER BY wanted.place`),
    )
    yield found.map(shown)
  }
}

/** Those that the filter leaves, whatever its page, and that are still to be called; none when its search cannot be read. */
export function openTargets(
  actor: Actor,
  { campaignId, filter }: { campaignId: string; filter: TargetFilter },
): Promise<string[]> {
  return inScope(actor, async (tx) => {
    const { where, sought } = await matching(tx, actor, { campaignId, filter })
    if (filter.search && !sought) return []
    const rows = await tx.sql<{ id: string }>(
      sql`SELECT g.id FROM target g WHERE ${where} AND ${inState(filter.state)} AND ${inState('to-do')}`,
    )
    return rows.map(({ id }) => id)
  })
}

/** What the filter says of `target g`, but for its state, and the text behind its code. */
async function matching(
  tx: SqlRunner,
  actor: Actor,
  { campaignId, filter }: { campaignId: string; filter: TargetFilter },
): Promise<{ where: SqlPart; sought: string }> {
  const sought = await soughtText(tx, actor, filter.search)
  const isMeant = sought === '' ? sql`true` : await isOfMeantHome(tx, actor.corporationId, sought)
  const where = sql`${inCampaign(actor, campaignId)} AND ${isMeant}
    AND ${ofCaller(filter)} AND ${inComplex(actor, filter)} AND ${isBlocked(filter)}`
  return { where, sought }
}

function recordShown(
  tx: SqlRunner,
  actor: Actor,
  { campaignId, found, action }: { campaignId: string; found: Pick<Found, 'tenantId'>[]; action: AuditAction },
) {
  const details = { count: found.length, tenants: found.map(({ tenantId }) => tenantId) }
  return recordAudit(tx, actor, { action, subject: 'campaign', subjectId: campaignId, details })
}

/** The complexes that the homes of a campaign stand in, by name. */
export async function listComplexes(tx: SqlRunner, scope: CorporationScope, campaignId: string): Promise<string[]> {
  const rows = await tx.sql<{ complex: string }>(sql`
    SELECT DISTINCT h.complex FROM target g JOIN home h ON h.corporation_id = g.corporation_id AND h.id = g.home_id
    WHERE ${inCampaign(scope, campaignId)} AND h.complex <> '' ORDER BY h.complex`)
  return rows.map(({ complex }) => complex)
}

const inCampaign = ({ corporationId }: CorporationScope, campaignId: string) =>
  sql`g.corporation_id = ${corporationId}::int AND g.campaign_id = ${campaignId}::uuid`

type Found = Omit<TargetRow, 'lastAttemptAt' | 'nextAt'> & { lastAttemptAt: Date | null; nextAt: Date | null }

const columns = sql`g.id, g.tenant_id AS "tenantId", ${nameColumns}, ${addressColumns}, h.complex,
    g.state, g.attempt_count AS "attemptCount", g.last_outcome AS "lastOutcome", g.last_attempt_at AS "lastAttemptAt",
    g.next_at AS "nextAt", ${isClaimed} AS "isClaimed", g.withdrawn_reason AS "withdrawnReason", a.name AS "callerName",
    (SELECT d.name FROM desk d WHERE d.id = g.finished_desk_id) AS "finishedBy"`
const idColumns = sql`g.id, g.tenant_id AS "tenantId"`
const tenantJoin = sql`JOIN tenant t ON t.corporation_id = g.corporation_id AND t.id = g.tenant_id`
const homeJoin = sql`JOIN home h ON h.corporation_id = g.corporation_id AND h.id = g.home_id`
const callerJoin = sql`LEFT JOIN account a ON a.id = coalesce(g.appointment_with, g.assigned_to)`
const joins = sql`${tenantJoin} ${homeJoin} ${callerJoin}`
const ownOrder = sql`g.finished_at DESC NULLS FIRST, g.next_at NULLS LAST, g.position, g.id`

const orders: Orders<typeof targetSortColumns> = {
  who: nameOrder,
  address: addressOrder,
  caller: (way) => sql`lower(a.name) ${way} NULLS LAST`,
  last: (way) => sql`g.last_attempt_at ${way} NULLS LAST`,
  next: (way) => sql`g.next_at ${way} NULLS LAST`,
}

/** The table that each order looks at besides the list itself. */
const orderJoins: Record<string, SqlPart> = { who: tenantJoin, address: homeJoin, caller: callerJoin }

/** First which homes, out of as little as their order takes; then all there is to say of those. */
function ordered(condition: SqlPart, { sort }: TargetFilter, { selected = columns, limit = sql`` }): SqlPart {
  const order = sort ? orderSql(sort, orders, sql`g.id`) : ownOrder
  const joined = orderJoins[sort.replace('-', '')] ?? sql``
  return sql`
    SELECT ${selected} FROM (SELECT g.corporation_id, g.id FROM target g ${joined} WHERE ${condition} ORDER BY ${order} ${limit}) shown
    JOIN target g ON g.corporation_id = shown.corporation_id AND g.id = shown.id ${joins} ORDER BY ${order}`
}

const inComplex = ({ corporationId }: CorporationScope, { complex }: TargetFilter) =>
  complex
    ? sql`g.home_id IN (SELECT s.id FROM home s WHERE s.corporation_id = ${corporationId}::int AND s.complex = ${complex})`
    : sql`true`

function ofCaller({ caller }: TargetFilter): SqlPart {
  if (!caller) return sql`true`
  if (caller === 'pool') return sql`g.assigned_to IS NULL AND g.appointment_with IS NULL`
  return sql`coalesce(g.appointment_with, g.assigned_to) = ${caller}::uuid`
}

/** The same reasons as `countBlocked` of campaign-progress.server.ts gives. */
function isBlocked({ blocked }: TargetFilter): SqlPart {
  if (!blocked) return sql`true`
  const isWaiting = sql`${inState('to-do')} AND ${isClaimed} IS NOT TRUE`
  switch (blocked) {
    case 'with-caller':
      return sql`${inState('to-do')} AND ${isClaimed}`
    case 'appointment':
      return sql`${isWaiting} AND g.state = 'appointment' AND g.next_at > now()`
    case 'waiting':
      return sql`${isWaiting} AND g.state = 'retry' AND g.next_at > now()`
    case 'no-caller':
      return sql`${isWaiting} AND (g.state = 'open' OR g.next_at <= now()) AND g.assigned_to IS NOT NULL AND NOT EXISTS (
        SELECT FROM campaign_caller m WHERE m.corporation_id = g.corporation_id AND m.campaign_id = g.campaign_id
          AND m.account_id = g.assigned_to AND m.left_at IS NULL)`
    default:
      return inState('to-do')
  }
}

function inState(state: TargetFilterState): SqlPart {
  if (state === 'all') return sql`true`
  return state === 'to-do' ? sql`g.state IN ${stillToDo}` : sql`g.state = ${state}`
}

const shown = (row: Found): TargetRow => ({
  ...row,
  lastAttemptAt: row.lastAttemptAt?.toISOString() ?? null,
  nextAt: row.nextAt?.toISOString() ?? null,
})

const noneOf = () =>
  Object.fromEntries(targetFilterStates.map((state) => [state, 0])) as Record<TargetFilterState, number>
