import type { Actor } from '#app/accounts/authorize.server.ts'
import { type SqlPart, type SqlRunner, sql } from '#app/core/sql.ts'
import { type Orders, orderSql } from '#app/lists/filter-counts.ts'
import { addressColumns, addressOrder, nameColumns, nameOrder } from '#app/tenants/addressee-columns.server.ts'
import { type Address, type PersonName, streetLine } from '#app/tenants/names.ts'
import { isMeantBy } from '#app/tenants/search-condition.ts'
import { soughtText } from '#app/tenants/sought-text.server.ts'
import { ageOn } from '#app/time/clock.ts'
import { type Bucket, type nameSortColumns, namesPerPage } from './buckets.ts'
import { type CountOptions, selecting } from './count-selection.server.ts'
import type { Criteria } from './criteria.ts'
import { type ExclusionReason, rankOf, reasonOf } from './exclusions.ts'
import { matchedTenants } from './matched-tenants.ts'

export type NameRow = {
  tenantId: string
  name: PersonName
  age: number | null
  address: string
  postcode: string | null
  city: string | null
  /** Why this tenant is not called, whatever their home. */
  reason: ExclusionReason | null
}
/** `sought`: the text behind the code that stands in the address. */
export type NamePage = { rows: NameRow[]; total: number; page: number; sought: string }

/** What of the list is asked for: a page of it, in an order (`name`, `-name`, or '' for its own), and of whom (a code). */
export type NamesAsked = { bucket: Bucket; page: number; sort?: string; search?: string }

/** The people behind one number of the count: for homes the one to ask for, for a reason the one it holds for. */
export async function listSelection(
  tx: SqlRunner,
  actor: Actor,
  { criteria, bucket, page, sort = '', search = '', ...options }: CountOptions & NamesAsked & { criteria: Criteria },
): Promise<NamePage> {
  const sought = await soughtText(tx, actor, search)
  const isMeant = sought === '' ? sql`true` : isMeantBy(actor.corporationId, sought)
  const found = await tx.sql<Found>(sql`
  WITH matched AS (${matchedTenants(selecting(actor, criteria, options))}),
  ranked AS (SELECT tenant_id, reason, row_number() OVER (PARTITION BY unit ORDER BY reason, birth_on NULLS LAST, tenant_id) AS position FROM matched)
  SELECT t.id AS "tenantId", ${nameColumns},
    t.birth_on::text AS "birthOn", ${addressColumns},
    p.reason, count(*) OVER ()::int AS total
  FROM ranked p
  JOIN tenant t ON t.corporation_id = ${actor.corporationId}::int AND t.id = p.tenant_id
  LEFT JOIN home h ON h.corporation_id = t.corporation_id AND h.id = t.home_id
  WHERE ${inBucket(bucket)} AND ${isMeant}
  ORDER BY ${orderSql(sort, orders, sql`t.search_name, t.initials, t.id`)} LIMIT ${namesPerPage}::int OFFSET ${(page - 1) * namesPerPage}::int`)
  return { rows: found.map((row) => shown(row, options.today)), total: found[0]?.total ?? 0, page, sought }
}

const orders: Orders<typeof nameSortColumns> = {
  name: nameOrder,
  // Who is older was born earlier.
  age: (way) => sql`(current_date - t.birth_on) ${way} NULLS LAST`,
  address: addressOrder,
}

type Found = PersonName & Address & { tenantId: string; birthOn: string | null; reason: number; total: number }

// The first of a home stands for it: callable before not, then by reason, then by age, as `selectHomes` chooses.
function inBucket(bucket: Bucket): SqlPart {
  if (bucket === 'matched') return sql`TRUE`
  if (bucket === 'household') return sql`p.position > 1`
  return sql`p.position = 1 AND p.reason = ${bucket === 'homes' ? 0 : rankOf(bucket)}::int`
}

function shown(row: Found, today: string): NameRow {
  const { tenantId, sex, initials, firstName, infix, lastName, birthOn, postcode, city, reason } = row
  const name = { sex, initials, firstName, infix, lastName }
  const age = birthOn === null ? null : ageOn(birthOn, today)
  return { tenantId, name, age, address: streetLine(row), postcode, city, reason: reasonOf(reason) }
}
