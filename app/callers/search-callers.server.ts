import { type SqlPart, type SqlRunner, sql } from '#app/core/sql.ts'
import { addressColumns, addressOrder } from '#app/tenants/addressee-columns.server.ts'
import { hasDied, hasLeft } from '#app/tenants/contact-rule.ts'
import type { Address } from '#app/tenants/names.ts'
import { isPlace, type MeantQuery, meantTenants } from '#app/tenants/search-condition.ts'
import { readQuery, type TenantQuery } from '#app/tenants/search-query.ts'
import { type CallerRow, type CallersPlace, callerColumns, callersOf, joinsHome } from './caller-columns.server.ts'
import type { CallerMatch } from './caller-match.ts'
import { mostShown } from './recognise-caller.server.ts'

export type FoundHome = Address & { id: string; complex: string | null }
/** `homes`: those at the address that was typed in which nobody is known to live. `more`: so many people besides. */
export type FoundCallers = { people: CallerMatch[]; more: number; homes: FoundHome[] }
type Typed = { query: string; today: string }

/**
 * Who somebody means by a name, postcode and house number, street and number, phone, birth date or tenant number: whoever
 * rents there now first, and in the same order each time. `today` in the corporation's zone.
 */
export async function searchCallers(tx: SqlRunner, place: CallersPlace, typed: Typed): Promise<FoundCallers> {
  const { corporationId } = place
  const { today } = typed
  const query = readQuery(typed.query)
  if (query.kind === 'nothing') return { people: [], more: 0, homes: [] }
  const meant = meantTenants(corporationId, query, sortedBy(today))
  const rows = await tx.sql<CallerRow>(sql`
    WITH found AS MATERIALIZED (
      SELECT t.id, count(*) OVER ()::int AS total, row_number() OVER (ORDER BY ${order(query)}) AS position
      FROM (${meant}) t ${isByAddress(query) ? joinOfHome(corporationId) : sql``} ORDER BY position LIMIT ${mostShown}::int)
    SELECT ${callerColumns(today)}, found.total
    FROM found JOIN tenant t ON t.corporation_id = ${corporationId}::int AND t.id = found.id ${joinsHome} ORDER BY found.position`)
  const people = await callersOf(tx, place, rows)
  const more = Math.max(0, (rows[0]?.total ?? 0) - rows.length)
  return { people, more, homes: more > 0 ? [] : await emptyHomes(tx, place, { query, today }) }
}

const sortedBy = (today: string) =>
  sql`t.id, t.home_id, t.search_name, t.initials, t.birth_on, (${hasDied} OR ${hasLeft(today)}) AS is_absent`
const joinOfHome = (corporationId: number) =>
  sql`LEFT JOIN home h ON h.corporation_id = ${corporationId}::int AND h.id = t.home_id`
const isByAddress = (query: MeantQuery) => query.kind === 'address' || (query.kind === 'words' && query.addition !== '')

/** An addition that was typed stands first: "12-2" shows the others of number 12 after it. */
function order(query: MeantQuery): SqlPart {
  const byName = sql`t.search_name, t.initials, t.birth_on, t.id`
  if (!isByAddress(query) || !('addition' in query)) return sql`t.is_absent, ${byName}`
  return sql`t.is_absent, ${otherAddition(query.addition)}, ${addressOrder(sql`ASC`)}, ${byName}`
}

const otherAddition = (addition: string) =>
  sql`(${addition} <> '' AND upper(translate(coalesce(h.addition, ''), ' -./', '')) <> upper(translate(${addition}, ' -./', '')))`

/** A neighbour rings of a leak in a home that stands empty. */
async function emptyHomes(
  tx: SqlRunner,
  { corporationId }: CallersPlace,
  { query, today }: { query: TenantQuery; today: string },
): Promise<FoundHome[]> {
  if ((query.kind !== 'address' && query.kind !== 'words') || !query.houseNumber) return []
  return tx.sql<FoundHome>(sql`
    SELECT h.id, h.complex, ${addressColumns} FROM home h
    WHERE h.corporation_id = ${corporationId}::int
      AND h.id IN (SELECT s.id FROM home s WHERE s.corporation_id = ${corporationId}::int AND ${isPlace(query)})
      AND NOT EXISTS (SELECT FROM tenant t WHERE t.corporation_id = h.corporation_id AND t.home_id = h.id AND NOT ${hasDied} AND NOT ${hasLeft(today)})
    ORDER BY ${otherAddition(query.addition)}, ${addressOrder(sql`ASC`)}, h.id LIMIT ${mostShown}::int`)
}
