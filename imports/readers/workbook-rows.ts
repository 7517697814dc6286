import { stat } from 'node:fs/promises'
import { StringDecoder } from 'node:string_decoder'
import { type FileRefusal, RefusedFile } from '#imports/problems.ts'
import { mostColumns } from '#imports/readers/raw-rows.ts'
import { SheetRows } from '#imports/readers/sheet-rows.ts'
import { readIndex, type Sheet, type WorkbookIndex } from '#imports/readers/workbook-parts.ts'
import { XmlTags } from '#imports/readers/xml-tags.ts'
import { inflateGuarded, openGuarded, partOf, type Workbook } from '#imports/readers/zip-guard.ts'

export type WorkbookRequest = { path: string; sheet: string | null; mostRows: number | null }

export type WorkbookMessage =
  | { kind: 'sheets'; sheets: string[]; sheet: string; bytes: number }
  | { kind: 'rows'; rows: string[][]; lines: number[]; share: number }
  | { kind: 'refused'; refusal: FileRefusal }
  | { kind: 'end' }

const rowsPerMessage = 500

/** Everything a workbook has to say, its last message `end` or `refused`. Never throws for what is in the file. */
export async function* workbookMessages(request: WorkbookRequest): AsyncGenerator<WorkbookMessage> {
  try {
    yield* readWorkbook(request)
    yield { kind: 'end' }
  } catch (error) {
    yield { kind: 'refused', refusal: refusalOf(error) }
  }
}

async function* readWorkbook({ path, sheet: requested, mostRows }: WorkbookRequest): AsyncGenerator<WorkbookMessage> {
  const { size } = await stat(path)
  const workbook = await openGuarded(path, size)
  try {
    await inflateGuarded(workbook)
    const index = await readIndex(workbook)
    const sheet = await chooseSheet(workbook, index, requested)
    yield { kind: 'sheets', sheets: index.sheets.map(({ name }) => name), sheet: sheet.name, bytes: size }
    let sent = 0
    for await (const message of sheetMessages(workbook, index, sheet)) {
      yield message
      sent += message.rows.length
      if (mostRows !== null && sent >= mostRows) break
    }
  } finally {
    workbook.zip.close()
  }
}

/** The sheet asked for, or the first with anything on it: exports often start with a sheet about themselves. */
async function chooseSheet(workbook: Workbook, index: WorkbookIndex, requested: string | null): Promise<Sheet> {
  const sheets = index.sheets.map(({ name }) => name)
  if (requested !== null) {
    const sheet = index.sheets.find(({ name }) => name === requested)
    if (sheet) return sheet
    throw new RefusedFile({ ok: false, reason: 'no-such-sheet', details: { sheet: requested, sheets } })
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
      throw new RefusedFile({
        ok: false,
        reason: 'too-many-columns',
        details: { columns: rows.tooWide, limit: mostColumns },
      })
    }
    const share = bytes / Math.max(1, entry.uncompressedSize)
    if (rows.rows.length >= rowsPerMessage) yield { kind: 'rows' as const, ...rows.take(), share }
  }
  if (rows.rows.length > 0) yield { kind: 'rows' as const, ...rows.take(), share: 1 }
}

function refusalOf(error: unknown): FileRefusal {
  return error instanceof RefusedFile ? error.refusal : { ok: false, reason: 'unreadable-workbook', details: {} }
}
