import { byteOrderMark, csvLine } from '#app/core/csv.ts'
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
 * and handed in again.
 */
export async function* rejectFile(
  header: readonly string[],
  rows: Iterable<RejectedRow> | AsyncIterable<RejectedRow>,
  words: RejectFileWords,
): AsyncGenerator<string> {
  yield `${byteOrderMark}${csvLine([...header, words.line, words.reason])}`
  for await (const { cells, line, reason } of rows) {
    // a damaged row is one cell holding a whole line: the reason still stands in its own column
    const padded = header.map((_, at) => cells[at] ?? '')
    const behind = [String(line), words.sentence(reason)]
    yield csvLine([...padded, ...behind, ...cells.slice(header.length)])
  }
}
