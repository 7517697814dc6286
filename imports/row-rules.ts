import { addressOf } from '#imports/address-rule.ts'
import { type CellKind, cellRules, longestIdentifier, type Reading, textOf, type Warn } from '#imports/cell-rules.ts'
import { columns, type Field, fields, isBsnHeader } from '#imports/columns.ts'
import { keptColumns, rowKeyOf } from '#imports/kept-columns.ts'
import type { Mapping } from '#imports/mapping-schema.ts'
import { readName } from '#imports/names.ts'
import { phonesOf } from '#imports/phone-rule.ts'
import type { RejectReason } from '#imports/problems.ts'
import type { CellValue, NormalisedRow } from '#imports/row.ts'
import { type RowWarning, Warnings } from '#imports/row-warnings.ts'
import { tidy } from '#imports/text.ts'

export type ReadRow =
  | { outcome: 'accepted'; row: NormalisedRow; warnings: readonly RowWarning[] }
  | { outcome: 'rejected'; reason: RejectReason }

export type RowReader = (cells: readonly string[]) => ReadRow

/**
 * Compiles a mapping to the function that reads one row. `today` (yyyy-mm-dd) bounds the dates of people's lives.
 * A field that cannot be read is left empty with a warning; only a row without a tenant number or a name is not taken.
 */
export function rowReader(mapping: Mapping, { today }: { today: string }): RowReader {
  const at = columnIndexes(mapping)
  const warnings = new Warnings()
  const warn = warnings.byField()
  const readsAlone = cellReaders(mapping, at, { warn, today })
  const hasInfixColumn = at.infix !== absent

  return function readRow(cells) {
    const tenantNumber = tidy(cells[at.tenantNumber] ?? '')
    if (tenantNumber === '') return missingTenantNumber
    if (tenantNumber.length > longestIdentifier) return tenantNumberTooLong
    const name = nameOf(cells, at, { hasInfixColumn, warn })
    if (name === null) {
      warnings.take()
      return missingName
    }
    const phones = phonesOf(phoneCells(cells, at), warn)
    const address = addressOf(addressCells(cells, at), warn)
    const row: Values = Object.assign({ ...emptyRow }, { tenantNumber }, name, phones, address)
    for (const { index, key, read, reading } of readsAlone) {
      const value = read(cells[index] ?? '', reading)
      if (value !== null) row[key] = value
    }
    return { outcome: 'accepted', row: row as NormalisedRow, warnings: warnings.take() }
  }
}

const missingTenantNumber: ReadRow = { outcome: 'rejected', reason: 'missing-tenant-number' }
const tenantNumberTooLong: ReadRow = { outcome: 'rejected', reason: 'tenant-number-too-long' }
const missingName: ReadRow = { outcome: 'rejected', reason: 'missing-name' }

function nameOf(
  cells: readonly string[],
  at: ColumnIndexes,
  { hasInfixColumn, warn }: { hasInfixColumn: boolean; warn: Record<Field, Warn> },
) {
  return readName({
    salutation: textOf(cells[at.salutation] ?? '', warn.salutation),
    initials: textOf(cells[at.initials] ?? '', warn.initials),
    firstName: textOf(cells[at.firstName] ?? '', warn.firstName),
    infix: textOf(cells[at.infix] ?? '', warn.infix),
    lastName: textOf(cells[at.lastName] ?? '', warn.lastName),
    fullName: textOf(cells[at.fullName] ?? '', warn.fullName),
    hasInfixColumn,
  })
}

function addressCells(cells: readonly string[], at: ColumnIndexes) {
  return {
    street: cells[at.street] ?? '',
    houseNumber: cells[at.houseNumber] ?? '',
    addition: cells[at.addition] ?? '',
    addressLine: cells[at.addressLine] ?? '',
    postcode: cells[at.postcode] ?? '',
    city: cells[at.city] ?? '',
  }
}

const phoneCells = (cells: readonly string[], at: ColumnIndexes) => ({
  landline: cells[at.landline] ?? '',
  mobile: cells[at.mobile] ?? '',
  phone: cells[at.phone] ?? '',
})

type Values = Record<string, CellValue | null>
type CellReader = {
  index: number
  key: string
  read: (cell: string, reading: Reading) => CellValue | null
  reading: Reading
}

/** The columns of this list that are read by themselves, each with its rule; the tenant number has been read by then. */
function cellReaders(
  mapping: Mapping,
  at: ColumnIndexes,
  { warn, today }: { warn: Record<Field, Warn>; today: string },
): CellReader[] {
  return fields.filter(isReadAlone).flatMap((field) => {
    const column = mapping.columns[at[field]]
    if (!column) return []
    const { dateNotation = mapping.dateNotation, amountNotation = mapping.amountNotation } = column
    const reading = { warn: warn[field], dateNotation, amountNotation, today }
    return { index: at[field], key: rowKeyOf(field), read: cellRules[columns[field].kind], reading }
  })
}

type AloneField = { [Of in Field]: (typeof columns)[Of]['kind'] extends CellKind ? Of : never }[Field]
const isReadAlone = (field: Field): field is AloneField => field !== 'tenantNumber' && columns[field].kind in cellRules

/** Has every key from the start: a row that grows key by key takes ten times as long. */
const emptyRow: Values = Object.fromEntries(
  ['tenantNumber', 'salutation', ...keptColumns.map(({ key }) => key), ...fields.filter(isReadAlone).map(rowKeyOf)].map(
    (key) => [key, null],
  ),
)

type ColumnIndexes = Record<Field, number>

/** Past the end of any row, where reading gives undefined; a negative index would take the slow road in V8. */
const absent = 1 << 20

function columnIndexes(mapping: Mapping): ColumnIndexes {
  const at = Object.fromEntries(fields.map((field) => [field, absent])) as ColumnIndexes
  for (const [index, { field, header }] of mapping.columns.entries()) {
    if (field !== null && !isBsnHeader(header)) at[field] = index
  }
  return at
}
