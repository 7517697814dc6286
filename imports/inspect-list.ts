import { open } from 'node:fs/promises'
import { type AmountNotation, detectAmountNotation } from '#imports/amounts.ts'
import { type Field, columns as knownColumns } from '#imports/columns.ts'
import { type DateNotation, detectDateNotation } from '#imports/dates.ts'
import { type ColumnSuggestion, headerFingerprint, type SuggestedMapping, suggestMapping } from '#imports/mapping.ts'
import type { Delimiter, Encoding, MappedColumn, Mapping } from '#imports/mapping-schema.ts'
import { type FileRefusal, RefusedFile } from '#imports/problems.ts'
import { readChunks } from '#imports/readers/csv-file.ts'
import { detectEncoding, textReader, Utf8Evidence } from '#imports/readers/encodings.ts'
import { detectKind } from '#imports/readers/file-kind.ts'
import { mostColumns } from '#imports/readers/raw-rows.ts'
import { detectDelimiter, detectHeaderRow, headRows, withoutEmptyEnd } from '#imports/readers/table-shape.ts'
import { readWorkbookFile } from '#imports/readers/workbook-file.ts'

/** What somebody chose instead of what was detected. */
export type InspectionChoices = Partial<Pick<Mapping, 'encoding' | 'delimiter' | 'headerRow' | 'sheet'>>

export type InspectedList = {
  ok: true
  kind: 'csv' | 'xlsx'
  totalBytes: number
  /** The sheets of a workbook; empty for a CSV file. */
  sheets: string[]
  header: string[]
  fingerprint: string
  /** The first rows as they stand in the file. Cells of a column of citizen service numbers are left out. */
  sampleRows: string[][]
  suggestions: ColumnSuggestion[]
  missing: SuggestedMapping['missing']
  /** What was detected and proposed, ready to be confirmed or changed. */
  mapping: Mapping
}

export type Inspection = InspectedList | FileRefusal

type Head = {
  kind: 'csv' | 'xlsx'
  totalBytes: number
  sheets: string[]
  sheet: string | null
  encoding: Encoding
  delimiter: Delimiter
  rows: string[][]
}

/** Throws `RefusedFile`. */
export async function inspectFile(path: string, choices: InspectionChoices): Promise<InspectedList> {
  const head = await readHead(path, choices)
  if (head.rows.length === 0) throw new RefusedFile({ ok: false, reason: 'empty' })
  const headerRow = choices.headerRow ?? detectHeaderRow(head.rows)
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
  return inspectionOf(head, headerRow, header, rows)
}

const sampleSize = 20

function inspectionOf(head: Head, headerRow: number, header: string[], rows: string[][]): InspectedList {
  const { columns: suggestions, missing } = suggestMapping(header, rows)
  const { encoding, delimiter, sheet } = head
  return {
    ok: true,
    kind: head.kind,
    totalBytes: head.totalBytes,
    sheets: head.sheets,
    header,
    fingerprint: headerFingerprint(header),
    sampleRows: rows.slice(0, sampleSize).map((cells) => withoutBsn(cells, suggestions)),
    suggestions,
    missing,
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
    const kind = field === null ? null : knownColumns[field as Field].kind
    if (kind !== 'date' && kind !== 'amount') continue
    const values = rows.map((cells) => cells[at] ?? '')
    const date = kind === 'date' ? detectDateNotation(values) : null
    const amount = kind === 'amount' ? detectAmountNotation(values) : null
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

function mostUsed<Value>(values: Iterable<Value>): Value | null {
  const counts = new Map<Value, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  let best: Value | null = null
  for (const [value, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = value
  return best
}

const headSize = 256 * 1024
const headRowsOfSheet = 1000

async function readHead(path: string, choices: InspectionChoices): Promise<Head> {
  const file = await open(path)
  try {
    const totalBytes = (await file.stat()).size
    if (totalBytes === 0) throw new RefusedFile({ ok: false, reason: 'empty' })
    const buffer = Buffer.alloc(Math.min(headSize, totalBytes))
    const { bytesRead } = await file.read(buffer, 0, buffer.length, 0)
    const head = buffer.subarray(0, bytesRead)
    const kind = detectKind(head)
    if (kind === 'zip') return await readWorkbookHead(path, choices)
    if (kind === 'ole')
      throw new RefusedFile({ ok: false, reason: isLocked(head) ? 'password-protected' : 'old-excel' })
    if (kind !== 'csv') throw new RefusedFile({ ok: false, reason: 'not-a-table', details: { found: kind } })
    const encoding = choices.encoding ?? (await encodingOf(path, head, totalBytes))
    return readCsvHead(head, totalBytes, encoding, choices.delimiter)
  } finally {
    await file.close()
  }
}

/** A workbook with a password is a container with an encrypted package in it; without one it is Excel of before 2007. */
function isLocked(head: Buffer): boolean {
  return !head.includes(Buffer.from('W\0o\0r\0k\0b\0o\0o\0k\0')) && !head.includes(Buffer.from('B\0o\0o\0k\0\0\0'))
}

async function encodingOf(path: string, head: Buffer, totalBytes: number): Promise<Encoding> {
  const found = detectEncoding(head)
  if (found.encoding === 'utf-16be' || found.encoding === 'binary-zeros') {
    throw new RefusedFile({ ok: false, reason: 'wrong-encoding', details: { found: found.encoding } })
  }
  if (found.encoding !== 'utf-8' || !('hasBom' in found) || found.hasBom || totalBytes <= head.length)
    return found.encoding
  return (await isUtf8File(path)) ? 'utf-8' : 'windows-1252'
}

/** The first letter with an accent may stand far down a list, so the head alone cannot tell. */
async function isUtf8File(path: string): Promise<boolean> {
  const file = await open(path)
  const evidence = new Utf8Evidence()
  try {
    for await (const chunk of readChunks(file)) evidence.add(chunk)
    return evidence.looksLikeUtf8
  } finally {
    await file.close()
  }
}

function readCsvHead(head: Buffer, totalBytes: number, encoding: Encoding, chosen?: Delimiter): Head {
  const isWhole = totalBytes <= head.length
  const text = textReader(encoding).decode(head, isWhole)
  if (text.trim() === '') throw new RefusedFile({ ok: false, reason: 'empty' })
  refuseEndlessHeader(text)
  const delimiter = chosen ?? detectDelimiter(text, isWhole)
  const rows = headRows(text, delimiter, isWhole)
  // not one line could be read, and quotes are why
  if (rows.length === 0) throw new RefusedFile({ ok: false, reason: 'unclosed-quote', details: { line: 1 } })
  return { kind: 'csv', totalBytes, sheets: [], sheet: null, encoding, delimiter, rows }
}

function refuseEndlessHeader(text: string): void {
  const end = text.search(/[\r\n]/)
  const firstLine = end < 0 ? text : text.slice(0, end)
  const columns = Math.max(...[';', ',', '\t', '|'].map((delimiter) => firstLine.split(delimiter).length))
  if (columns > mostColumns) {
    throw new RefusedFile({ ok: false, reason: 'too-many-columns', details: { columns, limit: mostColumns } })
  }
}

async function readWorkbookHead(path: string, choices: InspectionChoices): Promise<Head> {
  const request = { path, sheet: choices.sheet ?? null, mostRows: headRowsOfSheet }
  const rows: string[][] = []
  let about = { sheets: [] as string[], sheet: '', totalBytes: 0 }
  for await (const batch of readWorkbookFile(request)) {
    about = batch
    rows.push(...batch.rows)
  }
  const { sheets, sheet, totalBytes } = about
  return { kind: 'xlsx', totalBytes, sheets, sheet, encoding: 'utf-8', delimiter: ';', rows }
}
