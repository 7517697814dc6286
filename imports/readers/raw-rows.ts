import type { RowDamage } from '#imports/problems.ts'

/**
 * A stretch of rows as they stand in the file, in parallel arrays: one object per row would cost more than reading
 * it. Rows without any content are left out. `damage` is keyed by position in `rows`; a damaged row has one cell,
 * its first line as it is.
 */
export type RawRows = {
  rows: string[][]
  /** The line of the file each row starts on, or the row of the sheet, counted from 1. */
  lines: number[]
  damage: Map<number, RowDamage>
}

export type RawBatch = RawRows & { bytesRead: number; totalBytes: number }

/** In bytes. No tenant's row comes near this; what does is a quote that was never closed, or no list at all. */
export const longestRecord = 65_536

/** Rows wider than this are no list of tenants. */
export const mostColumns = 500

export function emptyRows(): RawRows {
  return { rows: [], lines: [], damage: new Map() }
}

/** What DOS programs close a file with. */
const endOfFile = '\u001a'

export function isBlank(cells: readonly string[]): boolean {
  const first = cells[0] ?? ''
  if (first.charCodeAt(0) > 32 && first.charCodeAt(0) !== 160) return false
  return cells.every((cell) => cell === '' || cell.replaceAll(endOfFile, '').trim() === '')
}
