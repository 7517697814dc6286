import { open, stat } from 'node:fs/promises'
import { withoutBsn } from '#imports/bsn.ts'
import { isBsnHeader, normaliseHeader } from '#imports/columns.ts'
import { type Inspection, inspectFile } from '#imports/inspect-list.ts'
import { legibleNumber } from '#imports/legible-number.ts'
import type { Mapping } from '#imports/mapping-schema.ts'
import { RefusedFile, type RejectReason } from '#imports/problems.ts'
import { cellCleaner } from '#imports/readers/clean-cells.ts'
import { readCsvFile } from '#imports/readers/csv-file.ts'
import { detectKind } from '#imports/readers/file-kind.ts'
import type { InspectionChoices } from '#imports/readers/list-head.ts'
import type { RawBatch } from '#imports/readers/raw-rows.ts'
import { readWorkbookFile } from '#imports/readers/workbook-file.ts'
import type { NormalisedRow } from '#imports/row.ts'
import { type RowReader, rowReader } from '#imports/row-rules.ts'
import type { RowWarning } from '#imports/row-warnings.ts'
import { type FileRow, TornRows } from '#imports/torn-rows.ts'

/** `rowNumber` counts the rows with people from 1; `line` is where the row starts in the file or on the sheet. */
export type RowResult =
  | { outcome: 'accepted'; rowNumber: number; line: number; row: NormalisedRow; warnings: readonly RowWarning[] }
  | Rejected

type Rejected = {
  outcome: 'rejected'
  rowNumber: number
  line: number
  reason: RejectReason
  cells: string[]
  /** Legible all the same: this tenant stands in the list. */
  tenantNumber: string | null
}

export type Batch = { results: RowResult[]; bytesRead: number; totalBytes: number }

export type ReadOptions = {
  /** yyyy-mm-dd */
  today: string
  signal?: AbortSignal
  onProgress?: (bytesRead: number, totalBytes: number) => void
}

/** Looks at the head of a file and proposes how to read it; what a person chose instead is given in `choices`. */
export async function inspectTenantList(path: string, choices: InspectionChoices = {}): Promise<Inspection> {
  try {
    return await inspectFile(path, choices)
  } catch (error) {
    if (error instanceof RefusedFile) return error.refusal
    throw error
  }
}

/**
 * Reads a whole list with a confirmed mapping, a batch at a time, in memory that does not grow with the file. Every row
 * with anything on it comes out once, accepted or rejected. Throws `RefusedFile` when the file cannot be read as the
 * mapping says, whose `refusal` is for people; whoever applies the batches must then apply none of them.
 */
export async function* readTenantList(path: string, mapping: Mapping, options: ReadOptions): AsyncGenerator<Batch> {
  const isWorkbook = await isWorkbookFile(path)
  const read = new ListReader(mapping, rowReader(mapping, options), isWorkbook)
  const batches = isWorkbook
    ? readWorkbookFile({ path, sheet: mapping.sheet, mostRows: null }, options.signal)
    : readCsvFile(path, mapping, options.signal)
  for await (const batch of batches) {
    const results = read.batch(batch)
    options.onProgress?.(batch.bytesRead, batch.totalBytes)
    if (results.length > 0) yield { results, bytesRead: batch.bytesRead, totalBytes: batch.totalBytes }
  }
  const results = read.end()
  const { size } = await stat(path)
  if (results.length > 0) yield { results, bytesRead: size, totalBytes: size }
}

async function isWorkbookFile(path: string): Promise<boolean> {
  const file = await open(path)
  const head = Buffer.alloc(8)
  await file.read(head, 0, head.length, 0).finally(() => file.close())
  return detectKind(head) === 'zip'
}

class ListReader {
  readonly #mapping: Mapping
  readonly #readRow: RowReader
  readonly #isWorkbook: boolean
  readonly #clean: (cells: string[]) => void
  #toSkip: number
  #width = 0
  #short: TornRows | null = null
  #rowNumber = 0

  constructor(mapping: Mapping, readRow: RowReader, isWorkbook: boolean) {
    this.#isWorkbook = isWorkbook
    this.#mapping = mapping
    this.#readRow = readRow
    this.#clean = cellCleaner(mapping)
    this.#toSkip = mapping.headerRow + 1
  }

  batch({ rows, lines, damage }: RawBatch): RowResult[] {
    const results: RowResult[] = []
    for (let index = 0; index < rows.length; index++) {
      const cells = shortened(rows[index] ?? [])
      this.#clean(cells)
      if (this.#toSkip > 0) {
        this.#toSkip--
        if (this.#toSkip === 0) this.#checkHeader(cells)
        continue
      }
      const row = { cells, line: lines[index] ?? 0, damage: damage.get(index) }
      if (this.#short === null) results.push(this.#result(row))
      else for (const settled of this.#short.push(row)) results.push(this.#result(settled))
    }
    return results
  }

  /** The rows that waited for what might come behind them. */
  end(): RowResult[] {
    const results = this.#short?.flush().map((row) => this.#result(row)) ?? []
    if (this.#toSkip > 0) throw new RefusedFile({ ok: false, reason: 'empty' })
    const { headerRow } = this.#mapping
    if (this.#rowNumber === 0) throw new RefusedFile({ ok: false, reason: 'only-a-header', details: { headerRow } })
    return results
  }

  #result({ cells, line, damage }: FileRow): RowResult {
    const rowNumber = ++this.#rowNumber
    const reason = damage ?? this.#widthProblem(cells)
    if (reason !== undefined) return { ...this.#left(cells, reason), rowNumber, line, cells: cells.map(withoutBsn) }
    const read = this.#readRow(cells)
    if (read.outcome === 'accepted') {
      return { outcome: 'accepted', rowNumber, line, row: read.row, warnings: read.warnings }
    }
    return { ...this.#left(cells, read.reason), rowNumber, line, cells: this.#withoutBsn(cells) }
  }

  #left(cells: readonly string[], reason: RejectReason) {
    return { outcome: 'rejected' as const, reason, tenantNumber: legibleNumber(cells, this.#mapping) }
  }

  /** A delimiter too many shifts every cell behind it, so nothing in such a row can be trusted. */
  #widthProblem(cells: readonly string[]): RejectReason | undefined {
    for (let i = this.#width; i < cells.length; i++) if (cells[i]?.trim() !== '') return 'too-many-cells'
    return undefined
  }

  /** The header must still be the one that was mapped: a column inserted since would put phone numbers under names. */
  #checkHeader(header: readonly string[]): void {
    this.#width = lastNamed(header)
    if (!this.#isWorkbook) this.#short = new TornRows(this.#width, this.#mapping)
    const missing = this.#mapping.columns
      .filter(
        ({ field, header: name }, at) => field !== null && normaliseHeader(name) !== normaliseHeader(header[at] ?? ''),
      )
      .map(({ header: name }) => name)
    if (missing.length > 0) throw new RefusedFile({ ok: false, reason: 'header-changed', details: { missing } })
  }

  /** A column named after it is left out, and what looks like one wherever nobody said what a column holds. */
  #withoutBsn(cells: string[]): string[] {
    return cells.map((cell, at) => {
      const column = this.#mapping.columns[at]
      if (column && isBsnHeader(column.header)) return ''
      return column?.field ? cell : withoutBsn(cell)
    })
  }
}

/** As many signs as a cell of a spreadsheet can hold. A longer one is cut off, and warned of by the rule of its column. */
const longestCell = 32_767

function shortened(cells: string[]): string[] {
  return cells.some(({ length }) => length > longestCell) ? cells.map((cell) => cell.slice(0, longestCell)) : cells
}

function lastNamed(header: readonly string[]): number {
  let width = header.length
  while (width > 0 && (header[width - 1] ?? '').trim() === '') width--
  return width
}
