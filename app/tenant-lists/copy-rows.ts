import type { RowResult } from '#imports/read-list.ts'
import type { NormalisedRow } from '#imports/row.ts'

/** The staged columns in the order in which `copyText` writes them, with their types. */
export const stagedColumns = {
  row_number: 'integer',
  line: 'integer',
  rejection: 'text',
  warnings: 'jsonb',
  cells: 'jsonb',
  number: 'text',
  sex: 'text',
  initials: 'text',
  first_name: 'text',
  infix: 'text',
  last_name: 'text',
  is_estate: 'boolean',
  birth_on: 'date',
  deceased_on: 'date',
  landline: 'text',
  mobile: 'text',
  other_phone: 'text',
  email: 'text',
  language: 'text',
  tenancy_started_on: 'date',
  tenancy_ended_on: 'date',
  household_size: 'smallint',
  is_do_not_call: 'boolean',
  home_number: 'text',
  street: 'text',
  house_number: 'text',
  addition: 'text',
  postcode: 'text',
  city: 'text',
  municipality: 'text',
  complex: 'text',
  arrears_cents: 'integer',
  last_arrears_on: 'date',
  nuisance_reported_on: 'date',
  nuisance_caused_on: 'date',
} as const

/** Rows as PostgreSQL's COPY reads them in text format with `NULL ''`: the readers give no empty texts. */
export function copyText(results: readonly RowResult[]): string {
  let text = ''
  for (const result of results) text += result.outcome === 'accepted' ? acceptedLine(result) : rejectedLine(result)
  return text
}

type Accepted = Extract<RowResult, { outcome: 'accepted' }>
type Rejected = Extract<RowResult, { outcome: 'rejected' }>

const tabsBehindCells = '\t'.repeat(Object.keys(stagedColumns).length - 5)

function rejectedLine({ rowNumber, line, reason, cells }: Rejected): string {
  return `${rowNumber}\t${line}\t${reason}\t\t${escaped(jsonText(cells))}${tabsBehindCells}\n`
}

function acceptedLine({ rowNumber, line, row, warnings }: Accepted): string {
  const text = `${rowNumber}\t${line}\t\t${warnings.length > 0 ? jsonText(warnings) : ''}\t\t${personCells(row)}\t${homeCells(row)}\t${circumstanceCells(row)}\n`
  return text.includes('\\') ? escaped(text) : text
}

function personCells(row: NormalisedRow): string {
  return `${row.tenantNumber}\t${row.sex ?? ''}\t${row.initials ?? ''}\t${row.firstName ?? ''}\t${row.infix ?? ''}\t${row.lastName}\t${row.estate ? 't' : 'f'}\t${row.birthOn ?? ''}\t${row.deceasedOn ?? ''}\t${row.landline ?? ''}\t${row.mobile ?? ''}\t${row.otherPhone ?? ''}\t${row.email ?? ''}\t${row.language ?? ''}\t${row.tenancyStartedOn ?? ''}\t${row.tenancyEndedOn ?? ''}\t${row.householdSize ?? ''}\t${flag(row.doNotCall)}`
}

function homeCells(row: NormalisedRow): string {
  return `${homeNumberOf(row) ?? ''}\t${row.street ?? ''}\t${row.houseNumber ?? ''}\t${row.addition ?? ''}\t${row.postcode ?? ''}\t${row.city ?? ''}\t${row.municipality ?? ''}\t${row.complex ?? ''}`
}

function circumstanceCells(row: NormalisedRow): string {
  return `${row.arrearsCents ?? ''}\t${row.lastArrearsOn ?? ''}\t${row.nuisanceReportedOn ?? ''}\t${row.nuisanceCausedOn ?? ''}`
}

const flag = (value: boolean | null) => (value === null ? '' : value ? 't' : 'f')

/** A list without numbers of homes still has addresses: those tell one home from another. */
function homeNumberOf({ homeNumber, postcode, houseNumber, addition }: NormalisedRow): string | null {
  if (homeNumber !== null) return homeNumber
  if (postcode === null || houseNumber === null) return null
  return [postcode.replace(' ', ''), houseNumber, addition].filter(Boolean).join(' ')
}

/** PostgreSQL's JSON holds neither NUL nor half a surrogate pair. */
function jsonText(value: unknown): string {
  const text = JSON.stringify(value)
  return text.includes('\\u') ? text.replaceAll('\\u0000', '').replaceAll(/\\ud[89a-f][0-9a-f]{2}/gi, '\ufffd') : text
}

// Nothing of ours has a backslash, so whatever has one is data.
const escaped = (text: string): string => (text.includes('\\') ? text.replaceAll('\\', '\\\\') : text)
