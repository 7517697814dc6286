import type { SqlTx } from '#app/core/scope.server.ts'
import { joinSql, rawSql, type SqlPart, sql } from '#app/core/sql.ts'
import { type Field, fields, type KeptTable } from '#imports/columns.ts'
import { keptColumns } from '#imports/kept-columns.ts'
import type { Classifying } from './classify-list.server.ts'
import { type ColumnCounts, fewCells } from './column-warnings.ts'
import { fieldName, kindOfColumn } from './list-columns.ts'

/** How well the columns of a classified list could be read, and what they would empty. Only what is more than a few cells. */
export async function countColumns(tx: SqlTx, work: Classifying): Promise<ColumnCounts> {
  return { failing: await countFailing(tx, work), emptied: await countEmptied(tx, work) }
}

const ofImport = ({ corporationId, importId }: Classifying): SqlPart =>
  sql`s.corporation_id = ${corporationId}::int AND s.import_id = ${importId}::uuid`

/** Rows with a remark on a column first: only for columns with many the whole list is asked how many cells are filled. */
async function countFailing(tx: SqlTx, work: Classifying): Promise<ColumnCounts['failing']> {
  const remarked = await tx.sql<{ field: string; failed: number }>(sql`
    SELECT w->>'field' AS field, count(DISTINCT s.row_number)::int AS failed
    FROM tenant_import_row s, jsonb_array_elements(s.warnings) w
    WHERE ${ofImport(work)} AND s.outcome IN ('new', 'changed', 'unchanged') AND s.warnings IS NOT NULL GROUP BY 1 ORDER BY 1`)
  const failedIn = new Map(remarked.map(({ field, failed }) => [field, failed]))
  const many = fields
    .map((field) => ({ field, failed: failedIn.get(field) ?? 0 }))
    .filter(({ failed }) => failed >= fewCells)
  if (many.length === 0) return []
  const [filled] = await tx.sql<{ cells: number[] }>(
    sql`SELECT ARRAY[${joinSql(
      many.map(({ field }) => filledCells(field)),
      ', ',
    )}] AS cells FROM listed_row s`,
  )
  return many.map((column, at) => ({ ...column, filled: Math.max(column.failed, filled?.cells[at] ?? 0) }))
}

function filledCells(field: Field): SqlPart {
  const kept = keptColumns.filter(({ filledBy }) => filledBy.includes(field)).map(({ column }) => `s.${column}`)
  const isRead = rawSql(kept.length > 0 ? `num_nonnulls(${kept.join(', ')}) > 0` : 'false')
  const isRemarked = sql`s.warnings @> ${JSON.stringify([{ field }])}::jsonb`
  return sql`(count(*) FILTER (WHERE ${isRead} OR ${isRemarked}))::int`
}

const tableOf: Record<KeptTable, string> = { tenant: 'tenant', home: 'home', circumstance: 'tenant_circumstance' }

/** What is known now and would be empty by this list. */
async function countEmptied(tx: SqlTx, work: Classifying): Promise<ColumnCounts['emptied']> {
  const listed = new Set<string>([...work.listed.tenant, ...work.listed.home, ...work.listed.circumstance])
  const columns = keptColumns.filter(({ column, kind }) => listed.has(column) && kind !== 'yes-no')
  const lost = await countOf(tx, {
    columns: columns.map(({ column }) =>
      rawSql(`count(*) FILTER (WHERE '${column}' = ANY(s.changed) AND s.${column} IS NULL)`),
    ),
    from: sql`tenant_import_row s WHERE ${ofImport(work)} AND s.outcome = 'changed'`,
  })
  const emptied = columns.flatMap((kept, at) => ((lost[at] ?? 0) >= fewCells ? [{ ...kept, lost: lost[at] ?? 0 }] : []))
  const stood: ColumnCounts['emptied'] = []
  for (const { table, column, lost } of emptied) {
    const known = rawSql(kindOfColumn(column) === 'amount' ? `nullif(k.${column}, 0)` : `k.${column}`)
    const from = sql`${rawSql(tableOf[table])} k WHERE k.corporation_id = ${work.corporationId}::int`
    const [had = 0] = await countOf(tx, { columns: [sql`count(${known})`], from })
    stood.push({ field: fieldName(column), table, lost, had: Math.max(had, lost) })
  }
  return stood
}

async function countOf(tx: SqlTx, { columns, from }: { columns: SqlPart[]; from: SqlPart }): Promise<number[]> {
  if (columns.length === 0) return []
  const [row] = await tx.sql<{ counts: number[] }>(
    sql`SELECT ARRAY[${joinSql(columns, ', ')}]::int[] AS counts FROM ${from}`,
  )
  return row?.counts ?? []
}
