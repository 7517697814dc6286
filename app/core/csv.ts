// What a spreadsheet takes for the beginning of a formula, in narrow and in full-width form, or for a cell of its own
// (CWE-1236). Also what only looks guarded already, so that taking one apostrophe away always gives the text back.
// Two ways to begin rather than one with a choice in it: in one, many apostrophes cost their square.
const dangerous = /^'*[\t\r\n\0]|^[\s']*[=+\-@＝＋－＠]/

/** What a cell of a spreadsheet holds at most. */
const longestCell = 32_767

/** A cell that no spreadsheet calculates with: an apostrophe before it makes it text. */
export const safeCell = (text: string) => (dangerous.test(text) ? `'${text}` : text)

/** One row for Dutch Excel: semicolons, CRLF; cells quoted by RFC 4180. */
export const csvLine = (cells: readonly string[]) =>
  `${cells.map((cell) => quoted(safeCell(cell.slice(0, longestCell - 1)))).join(';')}\r\n`

/** Before the first row: says that the file is UTF-8. */
export const byteOrderMark = '\uFEFF'

/** Rows as a file that Dutch Excel opens at a double click. */
export const csvText = (rows: readonly (readonly string[])[]) => `${byteOrderMark}${rows.map(csvLine).join('')}`

export const csvType = 'text/csv; charset=utf-8'

const quoted = (cell: string) =>
  /[";\r\n]/.test(cell) || cell !== cell.trim() ? `"${cell.replaceAll('"', '""')}"` : cell
