import { type AmountNotation, detectAmountNotation } from '#imports/amounts.ts'
import { type ColumnKind, isDateKind, columns as knownColumns } from '#imports/columns.ts'
import {
  type DateNotation,
  detectDateNotation,
  holdsDayNumbers,
  isPossibleBirthDate,
  isPossibleTenancyDate,
} from '#imports/dates.ts'
import { type LetterExample, letterExamples } from '#imports/letter-examples.ts'
import { type ColumnSuggestion, headerFingerprint, type SuggestedMapping, suggestMapping } from '#imports/mapping.ts'
import type { MappedColumn, Mapping } from '#imports/mapping-schema.ts'
import { type FileRefusal, RefusedFile } from '#imports/problems.ts'
import { cellCleaner } from '#imports/readers/clean-cells.ts'
import { type InspectionChoices, type ListHead, readHead } from '#imports/readers/list-head.ts'
import { mostColumns } from '#imports/readers/raw-rows.ts'
import { detectHeaderRow, withoutEmptyEnd } from '#imports/readers/table-shape.ts'

export type InspectedList = {
  ok: true
  kind: 'csv' | 'xlsx'
  totalBytes: number
  /** The sheets of a workbook; empty for a CSV file. */
  sheets: string[]
  /** Of those the ones a person does not see in the workbook. */
  hiddenSheets: string[]
  /** Other sheets with the same columns, which are not read. */
  alike: string[]
  header: string[]
  fingerprint: string
  /** Where the first rows stand in the file or on the sheet, from 1, as a spreadsheet counts them. */
  lines: number[]
  /** The first rows as they stand in the file. Cells of a column of citizen service numbers are left out. */
  sampleRows: string[][]
  suggestions: ColumnSuggestion[]
  missing: SuggestedMapping['missing']
  /** Names and places whose letters would have come out otherwise in the usual way of reading, three at the most. */
  letters: LetterExample[]
  /** What was detected and proposed, ready to be confirmed or changed. */
  mapping: Mapping
}

export type Inspection = InspectedList | FileRefusal

/** Throws `RefusedFile`. */
export async function inspectFile(path: string, choices: InspectionChoices): Promise<InspectedList> {
  const head = await readHead(path, choices)
  head.rows.forEach(cellCleaner(head))
  if (head.rows.length === 0) throw new RefusedFile({ ok: false, reason: 'empty' })
  const headerRow = choices.headerRow ?? detectHeaderRow(head.rows) ?? guessedHeader(head)
  if (headerRow === null || head.rows[headerRow] === undefined) {
    throw new RefusedFile({ ok: false, reason: 'no-recognisable-header' })
  }
  const header = withoutEmptyEnd(head.rows[headerRow]).map((name) => name.trim())
  if (header.length > mostColumns) {
    const details = { columns: header.length, limit: mostColumns }
    throw new RefusedFile({ ok: false, reason: 'too-many-columns', details })
  }
  const rows = head.rows.slice(headerRow + 1)
  if (rows.length === 0) throw new RefusedFile({ ok: false, reason: 'only-a-header', details: { headerRow } })
  return inspectionOf(head, headerRow, { header, rows })
}

/** In a workbook with more sheets the list may be on another: then somebody is asked which, and nothing is refused. */
const guessedHeader = ({ sheets, rows }: ListHead) => (sheets.length > 1 && rows.length > 1 ? 0 : null)

const sampleSize = 20
const shownLines = 21

function inspectionOf(
  head: ListHead,
  headerRow: number,
  { header, rows }: { header: string[]; rows: string[][] },
): InspectedList {
  const { columns: suggestions, missing } = suggestMapping(header, rows)
  const { encoding, delimiter, sheet } = head
  return {
    ok: true,
    kind: head.kind,
    totalBytes: head.totalBytes,
    sheets: head.sheets,
    hiddenSheets: head.hiddenSheets,
    alike: head.alike,
    header,
    fingerprint: headerFingerprint(header),
    lines: head.lines.slice(0, shownLines),
    sampleRows: rows.slice(0, sampleSize).map((cells) => withoutBsn(cells, suggestions)),
    suggestions,
    missing,
    letters: letterExamples(rows, { suggestions, encoding }),
    mapping: { ...notationsOf(suggestions, rows), encoding, delimiter, headerRow, sheet },
  }
}

function withoutBsn(cells: readonly string[], suggestions: readonly ColumnSuggestion[]): string[] {
  return cells.map((cell, at) => (suggestions[at]?.reason === 'looks-like-bsn' ? '' : cell))
}

/** One notation for the whole list, and its own for each column that shows another. */
function notationsOf(suggestions: readonly ColumnSuggestion[], rows: readonly string[][]) {
  const dates = new Map<number, DateNotation>()
  const amounts = new Map<number, AmountNotation>()
  for (const [at, { field }] of suggestions.entries()) {
    const kind = field === null ? null : knownColumns[field].kind
    const isDate = kind !== null && isDateKind(kind)
    if (!isDate && kind !== 'amount') continue
    const values = rows.map((cells) => cells[at] ?? '')
    const date = isDate ? dateNotationOf(values, kind) : null
    const amount = isDate ? null : detectAmountNotation(values)
    if (date !== null) dates.set(at, date)
    if (amount !== null) amounts.set(at, amount)
  }
  const dateNotation = mostUsed(dates.values()) ?? 'dmy'
  const amountNotation = mostUsed(amounts.values()) ?? 'comma'
  const columns = suggestions.map(({ header, field }, at): MappedColumn => {
    const own = dates.get(at)
    return own === undefined || own === dateNotation ? { header, field } : { header, field, dateNotation: own }
  })
  return { columns, dateNotation, amountNotation }
}

function dateNotationOf(values: readonly string[], kind: ColumnKind): DateNotation | null {
  const today = new Date().toISOString().slice(0, 10)
  const isFitting = kind === 'birth-date' ? (date: string) => isPossibleBirthDate(date, today) : isPossibleTenancyDate
  return holdsDayNumbers(values, isFitting) ? 'serial' : detectDateNotation(values)
}

function mostUsed<Value>(values: Iterable<Value>): Value | null {
  const counts = new Map<Value, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  let best: Value | null = null
  for (const [value, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = value
  return best
}
