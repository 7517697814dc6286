import type { RejectReason } from '#imports/problems.ts'

export type RejectedRow = { rowNumber: number; line: number; reason: RejectReason; cells: readonly string[] }

export type RejectFileWords = {
  /** The headings of the two columns that are added. */
  line: string
  reason: string
  sentence: (reason: RejectReason) => string
}

/**
 * The rows that were not taken, as the corporation wrote them, with the line and the reason behind each: to be mended
 * and handed in again. UTF-8 with a byte order mark and semicolons, which Dutch Excel opens as it should.
 */
export async function* rejectFile(
  header: readonly string[],
  rows: Iterable<RejectedRow> | AsyncIterable<RejectedRow>,
  words: RejectFileWords,
): AsyncGenerator<string> {
  yield `\ufeff${csvLine([...header, words.line, words.reason])}`
  for await (const { cells, line, reason } of rows) {
    // a damaged row is one cell holding a whole line: the reason still stands in its own column
    const padded = header.map((_, at) => cells[at] ?? '')
    const behind = [String(line), words.sentence(reason)]
    yield csvLine([...padded, ...behind, ...cells.slice(header.length)])
  }
}

export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(';')}\r\n`
}

/** A cell no spreadsheet takes for a formula (CWE-1236), quoted where RFC 4180 asks for it. */
export function csvCell(text: string): string {
  const safe = formulaStart.test(text) ? `'${text}` : text
  return /[";,\r\n\t]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe
}

// the full-width forms are read as formulas too, by Excel in East Asian settings
const formulaStart = /^[=+\-@\t\r\n\0\uff1d\uff0b\uff0d\uff20]/
