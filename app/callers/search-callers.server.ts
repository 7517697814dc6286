import { hash } from 'node:crypto'
import { keptReady, rawSql, type SqlPart, type SqlRunner, sql } from '#app/core/sql.ts'
import { addressOrder } from '#app/tenants/addressee-columns.server.ts'
import { hasDied, hasLeft } from '#app/tenants/contact-rule.ts'
import type { Address } from '#app/tenants/names.ts'
import { isPlace, type MeantQuery, meantTenants } from '#app/tenants/search-condition.ts'
import { readQuery } from '#app/tenants/search-query.ts'
import { type CallerRow, type CallersPlace, callerColumns, callersOf, homeOf } from './caller-columns.server.ts'
import type { CallerMatch } from './caller-match.ts'
import { mostShown } from './recognise-caller.server.ts'

export type FoundHome = Address & { id: string; complex: string | null }
/** `homes`: those at the address that was typed in which nobody is known to live. `more`: so many people besides. */
export type FoundCallers = { people: CallerMatch[]; more: number; homes: FoundHome[] }
type Typed = { query: string; today: string }
type FoundRow = CallerRow & { isEmptyHome: boolean }

/**
 * Who somebody means by a name, postcode and house number, street and number, phone, birth date or tenant number: whoever
 * rents there now first, and in the same order each time. `today` in the corporation's zone.
 */
export async function searchCallers(tx: SqlRunner, place: CallersPlace, typed: Typed): Promise<FoundCallers> {
  const query = readQuery(typed.query)
  if (query.kind === 'nothing') return { people: [], more: 0, homes: [] }
  const rows = await tx.sql<FoundRow>(readyByText(whoIsMeant(place, query, typed.today)))
  const found = rows.filter(({ isEmptyHome }) => !isEmptyHome)
  const more = Math.max(0, (found[0]?.total ?? 0) - found.length)
  const people = await callersOf(tx, place, found)
  return { people, more, homes: more > 0 ? [] : rows.flatMap(emptyHome) }
}

/** One text for each kind of question and how many words are in it: some thirty. */
const names = new Map<string, string>()

function readyByText({ text, values }: SqlPart) {
  const name = names.get(text) ?? `callers-${hash('sha256', text, 'base64url')}`
  names.set(text, name)
  return keptReady(name, { text, values })
}

const emptyHome = (row: FoundRow): FoundHome[] => (row.isEmptyHome && row.homeId ? [homeOf(row, row.homeId)] : [])

/** In one statement: a second one is a second journey to the database. */
function whoIsMeant({ corporationId }: CallersPlace, query: MeantQuery, today: string): SqlPart {
  const hasPlace = query.kind === 'address' || query.kind === 'words'
  const place = hasPlace ? sql`place AS (${homesAt(corporationId, query)}), ` : sql``
  const idsAtPlace = hasPlace ? sql`SELECT id FROM place` : undefined
  return sql`
    WITH ${place}meant AS (${meantTenants(corporationId, query, { columns: sortedBy(today), idsAtPlace })}),
      found AS MATERIALIZED (${firstOf(query)})
    SELECT ${callerColumns(today)}, found.total, found.id IS NULL AS "isEmptyHome"
    FROM found LEFT JOIN tenant t ON t.corporation_id = ${corporationId}::int AND t.id = found.id
      LEFT JOIN home h ON h.corporation_id = ${corporationId}::int AND h.id = found.home_id
    ORDER BY found.id IS NULL, found.position`
}

const homesAt = (corporationId: number, query: MeantQuery & { kind: 'address' | 'words' }) =>
  sql`SELECT s.id, s.addition, s.search_street, s.house_number FROM home s WHERE s.corporation_id = ${corporationId}::int AND ${isPlace(query)}`
const sortedBy = (today: string) =>
  sql`t.id, t.home_id, t.search_name, t.initials, t.birth_on, (${hasDied} OR ${hasLeft(today)}) AS is_absent`

/** Part of the text: whoever plans it knows then how few there are. */
const most = rawSql(String(mostShown))

/** A neighbour rings of a leak in a home that stands empty: with a house number those at the address in which nobody lives come too. */
function firstOf(query: MeantQuery): SqlPart {
  const people = sql`
      SELECT t.id, t.home_id, count(*) OVER ()::int AS total, row_number() OVER (ORDER BY ${order(query)}) AS position
      FROM meant t ${isByAddress(query) ? sql`LEFT JOIN place h ON h.id = t.home_id` : sql``} ORDER BY position LIMIT ${most}`
  if (!('houseNumber' in query) || !query.houseNumber) return people
  return sql`(${people}) UNION ALL (
      SELECT NULL::uuid, h.id, 0, row_number() OVER (ORDER BY ${otherAddition(query.addition)}, ${addressOrder(sql`ASC`)}, h.id) AS position
      FROM place h WHERE NOT EXISTS (SELECT FROM meant t WHERE t.home_id = h.id AND NOT t.is_absent)
      ORDER BY position LIMIT ${most})`
}

const isByAddress = (query: MeantQuery) => query.kind === 'address' || (query.kind === 'words' && query.addition !== '')

/** An addition that was typed stands first: "12-2" shows the others of number 12 after it. */
function order(query: MeantQuery): SqlPart {
  const byName = sql`t.search_name, t.initials, t.birth_on, t.id`
  if (!isByAddress(query) || !('addition' in query)) return sql`t.is_absent, ${byName}`
  return sql`t.is_absent, ${otherAddition(query.addition)}, ${addressOrder(sql`ASC`)}, ${byName}`
}

const otherAddition = (addition: string) =>
  sql`(${addition} <> '' AND upper(translate(coalesce(h.addition, ''), ' -./', '')) <> upper(translate(${addition}, ' -./', '')))`
