import { byteOrderMark, csvLine } from '#app/core/csv.ts'
import type { RejectReason } from '#imports/problems.ts'
import { en } from './words.en.ts'
import { nl } from './words.nl.ts'

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

/** The columns the corporation's own list had, of a header that is that of a file of rejected rows; null of any other. */
export function headerOfRejects(header: readonly string[]): readonly string[] | null {
  const [line, reason] = header.slice(-2)
  const isOurs = [nl, en].some(({ rejectsFile: words }) => words.line === line && words.reason === reason)
  return isOurs ? header.slice(0, -2) : null
}
