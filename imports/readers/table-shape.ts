import { isBsnHeader, meaningOfHeader } from '#imports/columns.ts'
import { type Delimiter, delimiters } from '#imports/mapping-schema.ts'
import { RefusedFile } from '#imports/problems.ts'
import { CsvRecords } from '#imports/readers/csv-records.ts'
import { mostColumns, type RawRows } from '#imports/readers/raw-rows.ts'

/** The delimiter under which the head of the file looks most like a list, by its header first and its width then. */
export function detectDelimiter(head: string, isWhole: boolean): Delimiter {
  let best: Delimiter = ';'
  let bestScore = -1
  // under any that is not there, rows are one cell, so one of those stands for all
  const absent = delimiters.find((delimiter) => !head.includes(delimiter))
  const candidates = delimiters.filter((delimiter) => delimiter === absent || head.includes(delimiter))
  for (const delimiter of candidates) {
    const { rows } = headRows(head.slice(0, 65_536), delimiter, isWhole && head.length <= 65_536)
    const score = scoreRows(rows)
    if (score > bestScore) {
      best = delimiter
      bestScore = score
    }
  }
  return best
}

/** The undamaged rows of a piece of text with their lines; the last one may be cut off, unless it is the whole file. */
export function headRows(head: string, delimiter: string, isWhole: boolean): Pick<RawRows, 'rows' | 'lines'> {
  const { rows, lines, damage } = new CsvRecords(delimiter).push(Buffer.from(head), isWhole)
  const undamaged = <T>(all: T[]) => (damage.size === 0 ? all : all.filter((_, index) => !damage.has(index)))
  return { rows: undamaged(rows), lines: undamaged(lines) }
}

function scoreRows(rows: readonly string[][]): number {
  const some = rows.slice(0, 200)
  const header = Math.max(0, ...some.slice(0, deepestHeader).map(countKnown))
  const width = commonWidth(some)
  if (width < 2) return header
  const share = some.filter((cells) => cells.length === width).length / some.length
  return header * 10 + share * 5 + Math.min(width, 20) / 20
}

const deepestHeader = 20

const isKnown = (header: string): boolean => meaningOfHeader(header) !== null || isBsnHeader(header)

function countKnown(cells: readonly string[]): number {
  return cells.length > mostColumns ? 0 : cells.filter(isKnown).length
}

function commonWidth(rows: readonly string[][]): number {
  const counts = new Map<number, number>()
  for (const cells of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1)
  let [width, most] = [0, 0]
  for (const [candidate, count] of counts) if (count > most) [width, most] = [candidate, count]
  return width
}

/**
 * Which row holds the names of the columns; titles and print dates may stand above it. Null when the list starts with
 * people straight away.
 */
export function detectHeaderRow(rows: readonly string[][]): number | null {
  refuseTooWide(rows)
  let best: number | null = null
  let most = 1
  for (const [index, cells] of rows.slice(0, deepestHeader).entries()) {
    const known = countKnown(cells)
    if (known > most) [best, most] = [index, known]
  }
  return best ?? unknownHeader(rows)
}

function refuseTooWide(rows: readonly string[][]): void {
  const columns = Math.max(0, ...rows.slice(0, deepestHeader).map((cells) => cells.length))
  if (columns > mostColumns) {
    throw new RefusedFile({ ok: false, reason: 'too-many-columns', details: { columns, limit: mostColumns } })
  }
}

/** A header in words nobody foresaw can still be mapped by hand: distinct names over rows as wide as itself. */
function unknownHeader(rows: readonly string[][]): number | null {
  const width = commonWidth(rows.slice(0, 200))
  const index = rows.slice(0, deepestHeader).findIndex((cells) => cells.length === width)
  const cells = withoutEmptyEnd(rows[index] ?? [])
  const names = cells.map((cell) => cell.trim().toLowerCase())
  const isHeader = width >= 2 && names.length >= 2 && new Set(names).size === names.length && names.every(looksLikeName)
  return isHeader ? index : null
}

const looksLikeName = (text: string): boolean => text.length <= 60 && /^\p{L}/u.test(text) && !/\d{3}|@/.test(text)

export function withoutEmptyEnd(cells: readonly string[]): string[] {
  let width = cells.length
  while (width > 0 && (cells[width - 1] ?? '').trim() === '') width--
  return cells.slice(0, width)
}
