import { open } from 'node:fs/promises'
import type { Delimiter, Encoding, Mapping } from '#imports/mapping-schema.ts'
import { RefusedFile } from '#imports/problems.ts'
import { encodingOf } from '#imports/readers/encoding-of.ts'
import { textReader } from '#imports/readers/encodings.ts'
import { detectKind } from '#imports/readers/file-kind.ts'
import { mostColumns, type RawRows } from '#imports/readers/raw-rows.ts'
import { detectDelimiter, headRows } from '#imports/readers/table-shape.ts'
import { holdsTwiceRead } from '#imports/readers/twice-read.ts'
import { readWorkbookFile, type WorkbookBatch } from '#imports/readers/workbook-file.ts'

/** What somebody chose instead of what was detected. */
export type InspectionChoices = Partial<Pick<Mapping, 'encoding' | 'delimiter' | 'headerRow' | 'sheet'>>

export type ListHead = {
  kind: 'csv' | 'xlsx'
  totalBytes: number
  sheets: string[]
  sheet: string | null
  hiddenSheets: string[]
  alike: string[]
  encoding: Encoding
  delimiter: Delimiter
  rows: string[][]
  /** Where each row stands in the file or on the sheet, from 1: rows without anything are not among them. */
  lines: number[]
}

const headSize = 256 * 1024
const headRowsOfSheet = 1000

/** The first rows of a file as they stand in it, and how they were read. Throws `RefusedFile`. */
export async function readHead(path: string, choices: InspectionChoices): Promise<ListHead> {
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
    return readCsvHead(head, totalBytes, { encoding, delimiter: choices.delimiter })
  } finally {
    await file.close()
  }
}

/** A workbook with a password is a container with an encrypted package in it; without one it is Excel of before 2007. */
function isLocked(head: Buffer): boolean {
  return !head.includes(Buffer.from('W\0o\0r\0k\0b\0o\0o\0k\0')) && !head.includes(Buffer.from('B\0o\0o\0k\0\0\0'))
}

function readCsvHead(
  head: Buffer,
  totalBytes: number,
  { encoding, delimiter: given }: { encoding: Encoding; delimiter?: Delimiter },
): ListHead {
  const isWhole = totalBytes <= head.length
  const text = textReader(encoding).decode(head, isWhole)
  if (text.trim() === '') throw new RefusedFile({ ok: false, reason: 'empty' })
  refuseEndlessHeader(text)
  const delimiter = given ?? detectDelimiter(text, isWhole)
  const { rows, lines } = headRows(text, delimiter, isWhole)
  // not one line could be read, and quotes are why
  if (rows.length === 0) throw new RefusedFile({ ok: false, reason: 'unclosed-quote', details: { line: 1 } })
  return {
    kind: 'csv',
    totalBytes,
    sheets: [],
    sheet: null,
    hiddenSheets: [],
    alike: [],
    encoding,
    delimiter,
    rows,
    lines,
  }
}

function refuseEndlessHeader(text: string): void {
  const end = text.search(/[\r\n]/)
  const firstLine = end < 0 ? text : text.slice(0, end)
  const columns = Math.max(...[';', ',', '\t', '|'].map((delimiter) => firstLine.split(delimiter).length))
  if (columns > mostColumns) {
    throw new RefusedFile({ ok: false, reason: 'too-many-columns', details: { columns, limit: mostColumns } })
  }
}

async function readWorkbookHead(path: string, choices: InspectionChoices): Promise<ListHead> {
  const request = { path, sheet: choices.sheet ?? null, mostRows: headRowsOfSheet }
  const [rows, lines]: [string[][], number[]] = [[], []]
  let about: Omit<WorkbookBatch, keyof RawRows> | null = null
  for await (const batch of readWorkbookFile(request)) {
    about = batch
    rows.push(...batch.rows)
    lines.push(...batch.lines)
  }
  if (about === null) throw new RefusedFile({ ok: false, reason: 'empty' })
  const { sheets, sheet, hiddenSheets, alike, totalBytes } = about
  const wasReadTwice = rows.some((cells) => cells.some(holdsTwiceRead))
  const encoding = choices.encoding ?? (wasReadTwice ? 'utf-8-read-twice' : 'utf-8')
  return { kind: 'xlsx', totalBytes, sheets, sheet, hiddenSheets, alike, encoding, delimiter: ';', rows, lines }
}
