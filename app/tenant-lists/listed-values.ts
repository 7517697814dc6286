import { joinSql, rawSql, type SqlPart, sql } from '#app/core/sql.ts'
import { isCorrectable, type ListedColumns, type TenantColumn } from './list-columns.ts'

// In these pieces `s` is a row of the list, `t` the tenant of that number, `h` their home, `c` their circumstances and
// `k` says which of their contact details stand corrected.

/** What a column of a known tenant becomes by this list. */
export function tenantValue(column: TenantColumn, home: SqlPart = sql`s.home_id`): SqlPart {
  const [listed, known] = [rawSql(`s.${column}`), rawSql(`t.${column}`)]
  if (column === 'home_id') return sql`coalesce(${home}, t.home_id)`
  if (column === 'is_do_not_call') return sql`coalesce(s.is_do_not_call, t.is_do_not_call)`
  if (!isCorrectable(column)) return listed
  return sql`CASE WHEN k.${rawSql(column)} THEN ${known} ELSE ${listed} END`
}

/** An amount the list leaves empty and one of 0 say the same. */
export const circumstanceValue = (alias: 's' | 'c', column: string): SqlPart =>
  column === 'arrears_cents' ? sql`coalesce(${rawSql(alias)}.arrears_cents, 0)` : rawSql(`${alias}.${column}`)

export const hasCircumstance = (alias: 's' | 'c'): SqlPart =>
  rawSql(
    `(${alias}.arrears_cents <> 0 OR num_nonnulls(${alias}.last_arrears_on, ${alias}.nuisance_reported_on, ${alias}.nuisance_caused_on) > 0)`,
  )

/** Pairs of what a list says and what is known, by the column they are about. */
export function comparisons(
  listed: ListedColumns,
  homeId: SqlPart,
): { column: string; says: SqlPart; known: SqlPart }[] {
  return [
    ...listed.tenant.map((column) => ({ column, says: tenantValue(column, homeId), known: rawSql(`t.${column}`) })),
    ...listed.circumstance.map((column) => ({
      column,
      says: circumstanceValue('s', column),
      known: circumstanceValue('c', column),
    })),
  ]
}

/** The contact details of a tenant that stand over the list: `k.mobile` and so on, true when corrected. */
export const openCorrections = (corporationId: number): SqlPart => sql`
  SELECT tenant_id, bool_or(field = 'landline') AS landline, bool_or(field = 'mobile') AS mobile,
    bool_or(field = 'other_phone') AS other_phone, bool_or(field = 'email') AS email
  FROM tenant_correction
  WHERE corporation_id = ${corporationId}::int AND agreed_at IS NULL AND replaced_at IS NULL
  GROUP BY tenant_id`

/** The names of the columns that differ, as a text array; null when none does. */
export function differences(pairs: { column: string; says: SqlPart; known: SqlPart }[]): {
  any: SqlPart
  names: SqlPart
} {
  if (pairs.length === 0) return { any: sql`false`, names: sql`NULL::text[]` }
  const says = joinSql(
    pairs.map((pair) => pair.says),
    ', ',
  )
  const known = joinSql(
    pairs.map((pair) => pair.known),
    ', ',
  )
  const named = pairs.map(
    (pair) => sql`CASE WHEN ${pair.says} IS DISTINCT FROM ${pair.known} THEN ${rawSql(`'${pair.column}'`)} END`,
  )
  return {
    any: sql`(ROW(${says}) IS DISTINCT FROM ROW(${known}))`,
    names: sql`array_remove(ARRAY[${joinSql(named, ', ')}], NULL)`,
  }
}
