import { type KeptKey, keptColumns } from '#imports/kept-columns.ts'
import type { RowResult } from '#imports/read-list.ts'
import type { CellValue, NormalisedRow } from '#imports/row.ts'
import { sqlTypes } from './list-columns.ts'

/** The staged columns in the order in which `copyText` writes them, with their types. */
export const stagedColumns: Readonly<Record<string, string>> = {
  row_number: 'integer',
  line: 'integer',
  rejection: 'text',
  warnings: 'jsonb',
  cells: 'jsonb',
  number: 'text',
  home_number: 'text',
  ...Object.fromEntries(keptColumns.map(({ column, kind }) => [column, sqlTypes[kind]])),
}

/** Rows as PostgreSQL's COPY reads them in text format with `NULL ''`: the readers give no empty texts. */
export function copyText(results: readonly RowResult[]): string {
  let text = ''
  for (const result of results) text += result.outcome === 'accepted' ? acceptedLine(result) : rejectedLine(result)
  return text
}

type Accepted = Extract<RowResult, { outcome: 'accepted' }>
type Rejected = Extract<RowResult, { outcome: 'rejected' }>

const tabsBehindNumber = '\t'.repeat(Object.keys(stagedColumns).length - 6)

function rejectedLine({ rowNumber, line, reason, cells, tenantNumber }: Rejected): string {
  const start = `${rowNumber}\t${line}\t${reason}\t\t`
  return `${start}${escaped(jsonText(cells))}\t${escaped(tenantNumber ?? '')}${tabsBehindNumber}\n`
}

const keptKeys = keptColumns.map(({ key }) => key)
const keyedFrom = Object.keys(stagedColumns).length - keptKeys.length

/** One for all rows: what is joined leaves one flat text behind, where adding cell by cell leaves forty. */
const line: (CellValue | null)[] = Object.keys(stagedColumns).map(() => null)

function acceptedLine(accepted: Accepted): string {
  const { row, warnings } = accepted
  line[0] = accepted.rowNumber
  line[1] = accepted.line
  line[3] = warnings.length > 0 ? jsonText(warnings) : null
  line[5] = row.tenantNumber
  line[6] = homeNumberOf(row)
  for (let at = 0; at < keptKeys.length; at++) line[keyedFrom + at] = row[keptKeys[at] as KeptKey]
  const text = `${line.join('\t')}\n`
  return text.includes('\\') ? escaped(text) : text
}

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
