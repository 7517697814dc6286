import { once } from 'node:events'
import { stat } from 'node:fs/promises'
import { StringDecoder } from 'node:string_decoder'
import { type FileRefusal, RefusedFile } from '#imports/problems.ts'
import { SheetRows } from '#imports/readers/sheet-rows.ts'
import { readIndex, type Sheet, type WorkbookIndex } from '#imports/readers/workbook-parts.ts'
import { XmlTags } from '#imports/readers/xml-tags.ts'
import { inflateGuarded, openGuarded, partOf, type Workbook } from '#imports/readers/zip-guard.ts'

// The program of the process that opens workbooks: somebody else's file gets its own heap and its own clock, and
// nothing of ours is in reach. It writes one JSON message per line and knows nothing of mappings.

export type WorkbookRequest = { path: string; sheet: string | null; mostRows: number | null }

export type WorkbookMessage =
  | { kind: 'sheets'; sheets: string[]; chosen: string; bytes: number }
  | { kind: 'rows'; rows: string[][]; lines: number[]; share: number }
  | { kind: 'refused'; refusal: FileRefusal }
  | { kind: 'end' }

const rowsPerMessage = 500

async function main(): Promise<void> {
  const request = JSON.parse(process.argv[2] ?? '{}') as WorkbookRequest
  try {
    await readWorkbook(request)
    await send({ kind: 'end' })
  } catch (error) {
    await send({ kind: 'refused', refusal: refusalOf(error) })
  }
}

async function readWorkbook({ path, sheet, mostRows }: WorkbookRequest): Promise<void> {
  const { size } = await stat(path)
  const workbook = await openGuarded(path, size)
  await inflateGuarded(workbook)
  const index = await readIndex(workbook)
  const chosen = await chooseSheet(workbook, index, sheet)
  await send({ kind: 'sheets', sheets: index.sheets.map(({ name }) => name), chosen: chosen.name, bytes: size })
  let sent = 0
  for await (const message of sheetMessages(workbook, index, chosen)) {
    await send(message)
    sent += message.rows.length
    if (mostRows !== null && sent >= mostRows) break
  }
  workbook.zip.close()
}

/** The sheet asked for, or the first with anything on it: exports often start with a sheet about themselves. */
async function chooseSheet(workbook: Workbook, index: WorkbookIndex, asked: string | null): Promise<Sheet> {
  const sheets = index.sheets.map(({ name }) => name)
  if (asked !== null) {
    const sheet = index.sheets.find(({ name }) => name === asked)
    if (sheet) return sheet
    throw new RefusedFile({ ok: false, reason: 'no-such-sheet', details: { sheet: asked, sheets } })
  }
  for (const sheet of index.sheets) {
    for await (const { rows } of sheetMessages(workbook, index, sheet)) if (rows.length > 0) return sheet
  }
  throw new RefusedFile({ ok: false, reason: 'empty' })
}

async function* sheetMessages(workbook: Workbook, index: WorkbookIndex, sheet: Sheet) {
  const entry = workbook.entries.get(sheet.part)
  if (entry === undefined)
    throw new RefusedFile({ ok: false, reason: 'unreadable-workbook', details: { part: sheet.part } })
  const rows = new SheetRows(index)
  const tags = new XmlTags(rows)
  const decoder = new StringDecoder('utf8')
  let bytes = 0
  for await (const chunk of partOf(workbook.zip, entry)) {
    bytes += chunk.length
    tags.push(decoder.write(chunk))
    if (rows.tooWide > 0) {
      throw new RefusedFile({ ok: false, reason: 'too-many-columns', details: { columns: rows.tooWide, limit: 500 } })
    }
    const share = bytes / Math.max(1, entry.uncompressedSize)
    if (rows.rows.length >= rowsPerMessage) yield { kind: 'rows' as const, ...rows.take(), share }
  }
  if (rows.rows.length > 0) yield { kind: 'rows' as const, ...rows.take(), share: 1 }
}

function refusalOf(error: unknown): FileRefusal {
  return error instanceof RefusedFile ? error.refusal : { ok: false, reason: 'unreadable-workbook', details: {} }
}

/** Waits when the reader is slower than we are, so that neither side piles rows up. */
async function send(message: WorkbookMessage): Promise<void> {
  if (!process.stdout.write(`${JSON.stringify(message)}\n`)) await once(process.stdout, 'drain')
}

await main()
