import { addressOf } from '#imports/address-rule.ts'
import {
  arrearsOf,
  birthDateOf,
  dateOf,
  emailOf,
  householdSizeOf,
  identifierOf,
  languageOf,
  longestIdentifier,
  pastDateOf,
  sexOf,
  textOf,
  yesNoOf,
} from '#imports/cell-rules.ts'
import { type Field, fields, isBsnHeader } from '#imports/columns.ts'
import type { DateNotation } from '#imports/dates.ts'
import type { Mapping } from '#imports/mapping-schema.ts'
import { readName } from '#imports/names.ts'
import { phonesOf } from '#imports/phone-rule.ts'
import type { RejectReason } from '#imports/problems.ts'
import type { NormalisedRow } from '#imports/row.ts'
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
  const notation = dateNotations(mapping, at)
  const amountNotation = mapping.columns[at.arrears]?.amountNotation ?? mapping.amountNotation
  const hasInfixColumn = at.infix !== absent
  const saysDoNotCall = at.doNotCall !== absent
  const warnings = new Warnings()

  return function readRow(cells) {
    const tenantNumber = tidy(cells[at.tenantNumber] ?? '')
    if (tenantNumber === '') return missingTenantNumber
    if (tenantNumber.length > longestIdentifier) return tenantNumberTooLong
    const name = nameOf(cells, at, hasInfixColumn, warnings)
    if (name === null) {
      warnings.take()
      return missingName
    }
    const phones = phonesOf(cells[at.landline] ?? '', cells[at.mobile] ?? '', cells[at.phone] ?? '', warnings)
    const address = addressOf(addressCells(cells, at), warnings)
    const row: NormalisedRow = {
      tenantNumber,
      salutation: name.salutation,
      initials: name.initials,
      firstName: name.firstName,
      infix: name.infix,
      lastName: name.lastName,
      sex: sexOf(cells[at.sex] ?? '', warnings) ?? name.sex,
      estate: name.isEstate,
      birthOn: birthDateOf(cells[at.birthOn] ?? '', notation.birthOn, today, warnings),
      deceasedOn: pastDateOf(cells[at.deceasedOn] ?? '', 'deceasedOn', notation.deceasedOn, today, warnings),
      street: address.street,
      houseNumber: address.houseNumber,
      addition: address.addition,
      postcode: address.postcode,
      city: address.city,
      municipality: textOf(cells[at.municipality] ?? '', 'municipality', warnings) || null,
      homeNumber: identifierOf(cells[at.homeNumber] ?? '', 'homeNumber', warnings),
      complex: identifierOf(cells[at.complex] ?? '', 'complex', warnings),
      landline: phones.landline,
      mobile: phones.mobile,
      otherPhone: phones.otherPhone,
      email: emailOf(cells[at.email] ?? '', warnings),
      language: languageOf(cells[at.language] ?? '', warnings),
      tenancyStartedOn: dateOf(
        cells[at.tenancyStartedOn] ?? '',
        'tenancyStartedOn',
        notation.tenancyStartedOn,
        warnings,
      ),
      tenancyEndedOn: dateOf(cells[at.tenancyEndedOn] ?? '', 'tenancyEndedOn', notation.tenancyEndedOn, warnings),
      arrearsCents: arrearsOf(cells[at.arrears] ?? '', amountNotation, warnings),
      lastArrearsOn: dateOf(cells[at.lastArrearsOn] ?? '', 'lastArrearsOn', notation.lastArrearsOn, warnings),
      nuisanceReportedOn: dateOf(
        cells[at.nuisanceReportedOn] ?? '',
        'nuisanceReportedOn',
        notation.nuisanceReportedOn,
        warnings,
      ),
      nuisanceCausedOn: dateOf(
        cells[at.nuisanceCausedOn] ?? '',
        'nuisanceCausedOn',
        notation.nuisanceCausedOn,
        warnings,
      ),
      householdSize: householdSizeOf(cells[at.householdSize] ?? '', warnings),
      doNotCall: saysDoNotCall ? yesNoOf(cells[at.doNotCall] ?? '', warnings) : null,
    }
    return { outcome: 'accepted', row, warnings: warnings.take() }
  }
}

const missingTenantNumber: ReadRow = { outcome: 'rejected', reason: 'missing-tenant-number' }
const tenantNumberTooLong: ReadRow = { outcome: 'rejected', reason: 'tenant-number-too-long' }
const missingName: ReadRow = { outcome: 'rejected', reason: 'missing-name' }

function nameOf(cells: readonly string[], at: ColumnIndexes, hasInfixColumn: boolean, warnings: Warnings) {
  return readName({
    salutation: textOf(cells[at.salutation] ?? '', 'salutation', warnings),
    initials: textOf(cells[at.initials] ?? '', 'initials', warnings),
    firstName: textOf(cells[at.firstName] ?? '', 'firstName', warnings),
    infix: textOf(cells[at.infix] ?? '', 'infix', warnings),
    lastName: textOf(cells[at.lastName] ?? '', 'lastName', warnings),
    fullName: textOf(cells[at.fullName] ?? '', 'fullName', warnings),
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

type ColumnIndexes = Record<Field, number>
type DateField = Extract<Field, `${string}On`>

/** Past the end of any row, where reading gives undefined; a negative index would take the slow road in V8. */
const absent = 1 << 20

function columnIndexes(mapping: Mapping): ColumnIndexes {
  const at = Object.fromEntries(fields.map((field) => [field, absent])) as ColumnIndexes
  for (const [index, { field, header }] of mapping.columns.entries()) {
    if (field !== null && !isBsnHeader(header)) at[field] = index
  }
  return at
}

function dateNotations(mapping: Mapping, at: ColumnIndexes): Record<DateField, DateNotation> {
  const dateFields = fields.filter((field): field is DateField => field.endsWith('On'))
  const notationOf = (field: DateField) => mapping.columns[at[field]]?.dateNotation ?? mapping.dateNotation
  return Object.fromEntries(dateFields.map((field) => [field, notationOf(field)])) as Record<DateField, DateNotation>
}
