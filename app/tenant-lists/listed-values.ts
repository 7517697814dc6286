import { joinSql, rawSql, type SqlPart, sql } from '#app/core/sql.ts'
import type { ColumnKind } from '#imports/columns.ts'
import {
  allColumns,
  type CircumstanceColumn,
  correctable,
  type HomeColumn,
  isCorrectable,
  kindOfColumn,
  type ListedColumns,
  type TenantColumn,
} from './list-columns.ts'

// In these pieces `s` is a row of the list, `t` the tenant of that number, `h` their home, `c` their circumstances and
// `k` says which of their contact details stand corrected.

/** What a column becomes in a row that is new here; a yes or no is never left open. */
export const newValue = (column: string): SqlPart =>
  kindOfColumn(column) === 'yes-no' ? sql`coalesce(${part('s', column)}, false)` : part('s', column)

/** What a column of a known home becomes by this list. A cell that is neither yes nor no says nothing. */
export const homeValue = (column: HomeColumn): SqlPart => listedOrKnown(column, 'h')

/** What a column of a known tenant becomes by this list. */
export function tenantValue(column: TenantColumn, home: SqlPart = sql`s.home_id`): SqlPart {
  if (column === 'home_id') return sql`coalesce(${home}, t.home_id)`
  const listed = listedOrKnown(column, 't')
  return isCorrectable(column)
    ? sql`CASE WHEN ${part('k', column)} THEN ${part('t', column)} ELSE ${listed} END`
    : listed
}

function listedOrKnown(column: string, known: 't' | 'h'): SqlPart {
  const listedValue = part('s', column)
  return kindOfColumn(column) === 'yes-no' ? sql`coalesce(${listedValue}, ${part(known, column)})` : listedValue
}

const part = (alias: 's' | 't' | 'h' | 'c' | 'k', column: string): SqlPart => rawSql(`${alias}.${column}`)

/** An amount the list leaves empty and one of 0 say the same, and so do no answer and a no. */
const nothing: Partial<Record<ColumnKind, string>> = { amount: '0', 'yes-no': 'false' }
const nothingIn = (column: string): string | undefined => nothing[kindOfColumn(column) ?? 'text']

export function circumstanceValue(alias: 's' | 'c', column: CircumstanceColumn): SqlPart {
  const empty = nothingIn(column)
  return empty ? sql`coalesce(${part(alias, column)}, ${rawSql(empty)})` : part(alias, column)
}

export const hasCircumstance = (alias: 's' | 'c'): SqlPart =>
  sql`(${joinSql(
    allColumns.circumstance.map((column) => {
      const empty = nothingIn(column)
      return empty ? sql`${part(alias, column)} <> ${rawSql(empty)}` : sql`${part(alias, column)} IS NOT NULL`
    }),
    ' OR ',
  )})`

/** Pairs of what a list says and what is known, by the column they are about. */
export function comparisons(
  listed: ListedColumns,
  homeId: SqlPart,
): { column: string; listedValue: SqlPart; known: SqlPart }[] {
  return [
    ...listed.tenant.map((column) => ({
      column,
      listedValue: tenantValue(column, homeId),
      known: rawSql(`t.${column}`),
    })),
    ...listed.circumstance.map((column) => ({
      column,
      listedValue: circumstanceValue('s', column),
      known: circumstanceValue('c', column),
    })),
  ]
}

/** The contact details of a tenant that stand over the list: `k.mobile` and so on, true when corrected. */
export const openCorrections = (corporationId: number): SqlPart => sql`
  SELECT tenant_id, ${rawSql(correctable.map((column) => `bool_or(field = '${column}') AS ${column}`).join(', '))}
  FROM tenant_correction
  WHERE corporation_id = ${corporationId}::int AND agreed_at IS NULL AND replaced_at IS NULL
  GROUP BY tenant_id`

/** The names of the columns that differ, as a text array; null when none does. */
export function differences(pairs: { column: string; listedValue: SqlPart; known: SqlPart }[]): {
  any: SqlPart
  names: SqlPart
} {
  if (pairs.length === 0) return { any: sql`false`, names: sql`NULL::text[]` }
  const listedValues = joinSql(
    pairs.map((pair) => pair.listedValue),
    ', ',
  )
  const knownValues = joinSql(
    pairs.map((pair) => pair.known),
    ', ',
  )
  const named = pairs.map(
    (pair) => sql`CASE WHEN ${pair.listedValue} IS DISTINCT FROM ${pair.known} THEN ${rawSql(`'${pair.column}'`)} END`,
  )
  return {
    any: sql`(ROW(${listedValues}) IS DISTINCT FROM ROW(${knownValues}))`,
    names: sql`array_remove(ARRAY[${joinSql(named, ', ')}], NULL)`,
  }
}
