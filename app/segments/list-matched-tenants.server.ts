import type { CorporationScope } from '#app/core/scope.server.ts'
import { type SqlPart, type SqlRunner, sql } from '#app/core/sql.ts'
import { addressColumns, nameColumns } from '#app/tenants/addressee-columns.server.ts'
import { type Address, type PersonName, streetLine } from '#app/tenants/names.ts'
import { ageOn } from '#app/time/clock.ts'
import { type Bucket, namesPerPage } from './buckets.ts'
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
export type NamePage = { rows: NameRow[]; total: number; page: number }

/** The people behind one number of the count: for homes the one to ask for, for a reason the one it holds for. */
export async function listSelection(
  tx: SqlRunner,
  scope: CorporationScope,
  { criteria, bucket, page, ...options }: CountOptions & { criteria: Criteria; bucket: Bucket; page: number },
): Promise<NamePage> {
  const found = await tx.sql<Found>(sql`
  WITH matched AS (${matchedTenants(selecting(scope, criteria, options))}),
  ranked AS (SELECT tenant_id, reason, row_number() OVER (PARTITION BY unit ORDER BY reason, birth_on NULLS LAST, tenant_id) AS position FROM matched)
  SELECT t.id AS "tenantId", ${nameColumns},
    t.birth_on::text AS "birthOn", ${addressColumns},
    p.reason, count(*) OVER ()::int AS total
  FROM ranked p
  JOIN tenant t ON t.corporation_id = ${scope.corporationId}::int AND t.id = p.tenant_id
  LEFT JOIN home h ON h.corporation_id = t.corporation_id AND h.id = t.home_id
  WHERE ${inBucket(bucket)}
  ORDER BY t.last_name, t.initials, t.id LIMIT ${namesPerPage}::int OFFSET ${(page - 1) * namesPerPage}::int`)
  return { rows: found.map((row) => shown(row, options.today)), total: found[0]?.total ?? 0, page }
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
