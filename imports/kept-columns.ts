import {
  type ColumnKind,
  type columns,
  combinedColumns,
  definitionOf,
  type Field,
  fields,
  type KeptTable,
} from '#imports/columns.ts'

type Fills<Entry> = Entry extends { fills: infer Where } ? Where : never
type Whole = Fills<(typeof columns)[Field] | (typeof combinedColumns)[keyof typeof combinedColumns]>
type ColumnOf<Where, Table extends KeptTable> = Where extends `${Table}.${infer Column}` ? Column : never
type Camel<Name extends string> = Name extends `${infer Head}_${infer Tail}`
  ? `${Head}${Capitalize<Camel<Tail>>}`
  : Name

/** A column of the database that lists fill. */
export type KeptColumn<Table extends KeptTable = KeptTable> = ColumnOf<Whole, Table>
/** What its value is called in a row that was read. */
export type KeptKey = Camel<KeptColumn>
export type KeyOfField<Of extends Field> = (typeof columns)[Of] extends { fills: `${KeptTable}.${infer Column}` }
  ? Camel<Column>
  : Of

export type Kept = {
  table: KeptTable
  column: KeptColumn
  key: KeptKey
  kind: ColumnKind
  /** The columns of a list that it comes from. */
  filledBy: readonly Field[]
  isCorrectable: boolean
}

/** `arrears_cents` → `arrearsCents` */
export const keyOf = <Column extends string>(column: Column): Camel<Column> =>
  column.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase()) as Camel<Column>

/** All that lists fill, in the order of the columns of a list. */
export const keptColumns: readonly Kept[] = [
  ...fields.map((field) => definitionOf(field)),
  ...Object.values(combinedColumns),
].flatMap(({ kind, fills, ...entry }) => {
  if (!fills) return []
  const [table, column] = fills.split('.') as [KeptTable, KeptColumn]
  const isCorrectable = 'isCorrectable' in entry
  return { table, column, key: keyOf(column), kind, filledBy: fieldsFilling(fills), isCorrectable }
})

/** The columns of a list that fill `tenant.birth_on`, or `tenant.home_id`. */
export function fieldsFilling(path: string): Field[] {
  return fields.filter((field) => {
    const { fills, helpsFill = [] } = definitionOf(field)
    return fills === path || (helpsFill as readonly string[]).includes(path)
  })
}

/** What the value of a column is called in a row that was read: as where it is kept, or as the column itself. */
export function rowKeyOf(field: Field): string {
  const { fills } = definitionOf(field)
  return fills ? keyOf(fills.slice(fills.indexOf('.') + 1)) : field
}
