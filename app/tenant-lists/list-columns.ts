import { type ColumnKind, definitionOf, type Field, type KeptTable } from '#imports/columns.ts'
import { fieldsFilling, type Kept, type KeptColumn, type KeptKey, keptColumns, keyOf } from '#imports/kept-columns.ts'
import type { Mapping } from '#imports/mapping-schema.ts'

/** The type of a staged or kept column, by how its cells are read. */
export const sqlTypes: Record<ColumnKind, 'text' | 'date' | 'integer' | 'smallint' | 'boolean'> = {
  text: 'text',
  name: 'text',
  address: 'text',
  phone: 'text',
  identifier: 'text',
  email: 'text',
  language: 'text',
  sex: 'text',
  date: 'date',
  death: 'date',
  remark: 'text',
  'birth-date': 'date',
  amount: 'integer',
  'household-size': 'smallint',
  'yes-no': 'boolean',
}

/** The home of a tenant is found by its number or its address: it has no cell of its own. */
export type TenantColumn = KeptColumn<'tenant'> | 'home_id'
export type HomeColumn = KeptColumn<'home'>
export type CircumstanceColumn = KeptColumn<'circumstance'>

/** A column the list does not have says nothing: what is known stays. */
export type ListedColumns = { tenant: TenantColumn[]; home: HomeColumn[]; circumstance: CircumstanceColumn[] }

const homeFields = fieldsFilling('tenant.home_id')

const columnsOf = <Table extends KeptTable>(table: Table, isListed: (filledBy: readonly Field[]) => boolean) =>
  keptColumns.flatMap((kept) =>
    kept.table === table && isListed(kept.filledBy) ? (kept.column as KeptColumn<Table>) : [],
  )

function columnsWhere(isListed: (filledBy: readonly Field[]) => boolean): ListedColumns {
  return {
    tenant: [...columnsOf('tenant', isListed), ...(isListed(homeFields) ? (['home_id'] as const) : [])],
    home: columnsOf('home', isListed),
    circumstance: columnsOf('circumstance', isListed),
  }
}

export const allColumns = columnsWhere(() => true)

export function listedColumns({ columns }: Pick<Mapping, 'columns'>): ListedColumns {
  const mapped = new Set(columns.map(({ field }) => field))
  return columnsWhere((filledBy) => filledBy.some((field) => mapped.has(field)))
}

const keptByName = new Map<string, Kept>(keptColumns.map((kept) => [kept.column, kept]))
const keptByKey = new Map<string, Kept>(keptColumns.map((kept) => [kept.key, kept]))

export const kindOfColumn = (column: string): ColumnKind | null => keptByName.get(column)?.kind ?? null

/** Contact details a tenant may have corrected in a conversation. */
export const correctable = keptColumns
  .filter(({ isCorrectable }) => isCorrectable)
  .map(({ column }) => column as KeptColumn<'tenant'>)
export const isCorrectable = (column: TenantColumn): boolean => (correctable as TenantColumn[]).includes(column)

/** Arrears and nuisance: not for everybody who looks at a list. */
export const isCircumstanceField = (field: Field): boolean =>
  definitionOf(field).fills?.startsWith('circumstance.') ?? false

/** How counts and changes call a column. */
export type ChangedField = KeptKey | 'homeId' | 'goneSince'
export const fieldName = (column: string): string => keyOf(column)
export const kindOfChange = (field: string): ColumnKind | null => keptByKey.get(field)?.kind ?? null
