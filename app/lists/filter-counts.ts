import { joinSql, rawSql, type SqlPart, type SqlRunner, sql } from '#app/core/sql.ts'
import type { CountsOf, FilterOf, ListFilter } from './list-filter.ts'

type Parts = ListFilter<Record<string, { values: readonly string[]; initial: string }>>['parts']

/** What one part of the filter says of a row `r`; it may look at the other parts too. */
export type FilterCondition<Choices extends Parts> = (
  part: keyof Choices & string,
  filter: FilterOf<Choices>,
) => SqlPart

/** Every part of the filter, on the row `r`. */
export const filterSql = <Choices extends Parts>(
  { parts }: ListFilter<Choices>,
  filter: FilterOf<Choices>,
  condition: FilterCondition<Choices>,
): SqlPart =>
  joinSql(
    Object.keys(parts).map((part) => condition(part, filter)),
    ' AND ',
  )

/** The rows of the page that is asked for. */
export const pageSql = ({ perPage }: { perPage: number }, { page }: { page: number }): SqlPart =>
  sql`LIMIT ${perPage}::int OFFSET ${(page - 1) * perPage}::int`

/** How a list stands by each of its columns. */
export type Orders<Columns extends readonly string[]> = Record<Columns[number], (way: SqlPart) => SqlPart>

/** The order that was asked for, with the list's own order after it; `orders` has each column of the list. */
export function orderSql(sort: string, orders: Record<string, (way: SqlPart) => SqlPart>, own: SqlPart): SqlPart {
  const order = orders[sort.replace('-', '')]
  return order ? sql`${order(sort.startsWith('-') ? sql`DESC` : sql`ASC`)}, ${own}` : own
}

/** How many rows of `from` (`gesture r WHERE …`) each choice leads to, the other parts standing; all in one scan. */
export async function countChoices<Choices extends Parts>(
  tx: SqlRunner,
  {
    list,
    filter,
    condition,
  }: { list: ListFilter<Choices>; filter: FilterOf<Choices>; condition: FilterCondition<Choices> },
  from: SqlPart,
): Promise<CountsOf<Choices>> {
  const choices = Object.entries(list.parts).flatMap(([part, { values }]) => values.map((value) => ({ part, value })))
  const columns = choices.map(({ part, value }, index) => {
    const matches = filterSql(list, list.settle({ ...filter, [part]: value }), condition)
    return sql`count(*) FILTER (WHERE ${matches})::int AS ${rawSql(`"${index}"`)}`
  })
  columns.push(sql`count(*) FILTER (WHERE ${filterSql(list, filter, condition)})::int AS total`)
  const [row = {}] = await tx.sql<Record<string, number>>(sql`SELECT ${joinSql(columns, ', ')} FROM ${from}`)
  const counts: Record<string, Record<string, number>> = {}
  for (const [index, { part, value }] of choices.entries())
    counts[part] = { ...counts[part], [value]: row[String(index)] ?? 0 }
  return { ...counts, total: row.total ?? 0 } as CountsOf<Choices>
}
