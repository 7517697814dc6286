import type { Column } from '#app/ui/table-props.ts'

/** By which column a list stands, and which way: `name` or `-name` in the address. */
export type SortOrder<Column extends string> = Column | `-${Column}`

/** What an address says of the order, when it names a column we know. */
export function sortOrderOf<Column extends string>(
  text: string | null | undefined,
  columns: readonly Column[],
): SortOrder<Column> | undefined {
  const column = columns.find((each) => text === each || text === `-${each}`)
  return column && (text?.startsWith('-') ? `-${column}` : column)
}

type Head<Column extends string> = {
  order: SortOrder<Column> | undefined
  to: (order: SortOrder<Column>) => string
}

/** For the head of a column: pressing it sorts by it, and once more the other way round. */
export function sortedBy<Column extends string>(column: Column, { order, to }: Head<Column>) {
  const direction = order === column ? 'ascending' : order === `-${column}` ? 'descending' : undefined
  return { to: to(direction === 'ascending' ? `-${column}` : column), direction } as const
}

type Sorted = { columns: readonly string[]; order: string; to: (order: string) => string }

/** The columns of a table, those that the list can be sorted by with a head to press. */
export const sortable = <Row>(table: Column<Row>[], { columns, order, to }: Sorted): Column<Row>[] =>
  table.map((column) =>
    columns.includes(column.key) ? { ...column, sort: sortedBy(column.key, { order, to }) } : column,
  )
