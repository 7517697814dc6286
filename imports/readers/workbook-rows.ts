import { stat } from 'node:fs/promises'
import { StringDecoder } from 'node:string_decoder'
import { headerFingerprint, suggestMapping } from '#imports/mapping.ts'
import { type FileRefusal, RefusedFile } from '#imports/problems.ts'
import { mostColumns } from '#imports/readers/raw-rows.ts'
import { SheetRows } from '#imports/readers/sheet-rows.ts'
import { detectHeaderRow, withoutEmptyEnd } from '#imports/readers/table-shape.ts'
import { readIndex, type Sheet, type WorkbookIndex } from '#imports/readers/workbook-parts.ts'
import { XmlTags } from '#imports/readers/xml-tags.ts'
import { inflateGuarded, openGuarded, partOf, type Workbook } from '#imports/readers/zip-guard.ts'

export type SheetNames = {
  sheets: string[]
  /** The sheet that is read. */
  sheet: string
  hiddenSheets: string[]
  /** Other sheets that can be seen and have the same columns: they are not read. */
  alike: string[]
}

export type WorkbookRequest = { path: string; sheet: string | null; mostRows: number | null }

export type WorkbookMessage =
  | { kind: 'sheets'; about: SheetNames; bytes: number }
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
    const heads = requested === null || mostRows !== null ? await headsOf(workbook, index) : []
    const sheet = chooseSheet(index, heads, requested)
    yield { kind: 'sheets', about: sheetNames(index, heads, sheet), bytes: size }
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

type Head = { sheet: Sheet; columns: string; likeness: number }

/** The beginning of each sheet that can be seen: whether a list stands on it, and with which columns. */
async function headsOf(workbook: Workbook, index: WorkbookIndex): Promise<Head[]> {
  const heads: Head[] = []
  let refusal: RefusedFile | null = null
  for (const sheet of index.sheets.filter(({ isHidden }) => !isHidden).slice(0, mostSheets)) {
    try {
      const first = await sheetMessages(workbook, index, sheet).next()
      if (!first.done) heads.push({ sheet, ...shapeOf(first.value.rows) })
    } catch (error) {
      if (!(error instanceof RefusedFile)) throw error
      refusal ??= error
    }
  }
  if (heads.length === 0 && refusal) throw refusal
  return heads
}

const mostSheets = 50

/** A list has people under the names of its columns, of which two are needed; other tables have some names alone. */
function shapeOf(rows: string[][]): { columns: string; likeness: number } {
  const at = detectHeaderRow(rows)
  const header = at === null ? [] : withoutEmptyEnd(rows[at] ?? [])
  if (at === null || rows.length <= at + 1) return { columns: '', likeness: rows.length > 1 ? 1 : 0 }
  const { missing } = suggestMapping(header, rows.slice(at + 1, at + 200))
  return { columns: headerFingerprint([...header].sort()), likeness: missing.length === 0 ? 3 : 2 }
}

/** The sheet asked for, or the first that looks most like a list. A hidden one is never taken unasked. */
function chooseSheet(index: WorkbookIndex, heads: readonly Head[], requested: string | null): Sheet {
  if (requested !== null) {
    const sheet = index.sheets.find(({ name }) => name === requested)
    if (sheet) return sheet
    const sheets = index.sheets.map(({ name }) => name)
    throw new RefusedFile({ ok: false, reason: 'no-such-sheet', details: { sheet: requested, sheets } })
  }
  const [best] = [...heads].sort((a, b) => b.likeness - a.likeness)
  if (best) return best.sheet
  throw new RefusedFile({ ok: false, reason: 'empty' })
}

function sheetNames({ sheets }: WorkbookIndex, heads: readonly Head[], { name }: Sheet): SheetNames {
  const own = heads.find(({ sheet }) => sheet.name === name)
  const alike = heads.filter((head) => head !== own && head.likeness === 3 && head.columns === own?.columns)
  return {
    sheets: sheets.map((sheet) => sheet.name),
    sheet: name,
    hiddenSheets: sheets.filter(({ isHidden }) => isHidden).map((sheet) => sheet.name),
    alike: alike.map(({ sheet }) => sheet.name),
  }
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
