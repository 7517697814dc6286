import { addressOf } from '#imports/address-rule.ts'
import { saysNothing } from '#imports/artefacts.ts'
import { type CellKind, cellRules, longestIdentifier, type Reading, type Warn } from '#imports/cell-rules.ts'
import { columns, type Field, fields, isBsnHeader } from '#imports/columns.ts'
import { type Death, deathOf } from '#imports/death-rule.ts'
import { deathInRemark } from '#imports/deceased.ts'
import { isFooter } from '#imports/footers.ts'
import { keptColumns, rowKeyOf } from '#imports/kept-columns.ts'
import type { Mapping } from '#imports/mapping-schema.ts'
import { nameOf } from '#imports/name-rule.ts'
import type { Name } from '#imports/names.ts'
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
  const header = mapping.columns[at.tenantNumber]?.header ?? ''
  const deaths = deathReader(mapping, at, { warn, today })

  return function readRow(cells) {
    const tenantNumber = tidy(cells[at.tenantNumber] ?? '')
    const nobody = whyNobody(tenantNumber, cells[at.lastName] ?? cells[at.fullName] ?? '', header)
    if (nobody !== null) return nobody
    const name = nameOf(nameCells(cells, at), { hasInfixColumn, warn })
    if (name === null) {
      warnings.take()
      return missingName
    }
    const phones = phonesOf(phoneCells(cells, at), warn)
    const address = addressOf(addressCells(cells, at), warn)
    const row: Values = Object.assign({ ...emptyRow }, { tenantNumber }, name, phones, address, deaths(cells, name))
    for (const { index, key, read, reading } of readsAlone) {
      const value = read(cells[index] ?? '', reading)
      if (value !== null) row[key] = value
    }
    if (name.isSeveralPeople) row.sex = null
    return { outcome: 'accepted', row: row as NormalisedRow, warnings: warnings.take() }
  }
}

function whyNobody(tenantNumber: string, name: string, header: string): ReadRow | null {
  if (tenantNumber === '' || saysNothing(tenantNumber)) return missingTenantNumber
  if (isFooter(tenantNumber, name, header)) return noTenant
  return tenantNumber.length > longestIdentifier ? tenantNumberTooLong : null
}

const missingTenantNumber: ReadRow = { outcome: 'rejected', reason: 'missing-tenant-number' }
const tenantNumberTooLong: ReadRow = { outcome: 'rejected', reason: 'tenant-number-too-long' }
const missingName: ReadRow = { outcome: 'rejected', reason: 'missing-name' }
const noTenant: ReadRow = { outcome: 'rejected', reason: 'no-tenant' }

/** Whether somebody died, by its own column, the marks beside the name and the remark. */
function deathReader(
  mapping: Mapping,
  at: ColumnIndexes,
  { warn, today }: { warn: Record<Field, Warn>; today: string },
): (cells: readonly string[], name: Name) => Death {
  const dateNotation = mapping.columns[at.deceasedOn]?.dateNotation ?? mapping.dateNotation
  const reading = { warn: warn.deceasedOn, dateNotation, today }
  // a list without the column does not say; a short row leaves its cell empty
  const empty = at.deceasedOn === absent ? null : ''
  return (cells, { deathMark }) => {
    const remark = deathMark === null ? (cells[at.remark] ?? '') : ''
    const mark = deathMark ?? (remark === '' ? null : deathInRemark(remark))
    const warnOfMark = deathMark === null ? warn.remark : at.lastName === absent ? warn.fullName : warn.lastName
    return deathOf(cells[at.deceasedOn] ?? empty, { mark, warnOfMark }, reading)
  }
}

function nameCells(cells: readonly string[], at: ColumnIndexes) {
  return {
    salutation: cells[at.salutation] ?? '',
    initials: cells[at.initials] ?? '',
    firstName: cells[at.firstName] ?? '',
    infix: cells[at.infix] ?? '',
    lastName: cells[at.lastName] ?? '',
    fullName: cells[at.fullName] ?? '',
  }
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
  [
    'tenantNumber',
    'salutation',
    'deathMark',
    'isSeveralPeople',
    ...keptColumns.map(({ key }) => key),
    ...fields.filter(isReadAlone).map(rowKeyOf),
  ].map((key) => [key, null]),
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
