/** What a spreadsheet takes for the beginning of a formula, in narrow and in full-width form, or for a cell of its own. */
const dangerous = /^[=+\-@\t\r\n\0＝＋－＠]/

/** A cell that no spreadsheet calculates with: an apostrophe before it makes it text. */
export const safeCell = (text: string) => (dangerous.test(text.trimStart()) || dangerous.test(text) ? `'${text}` : text)

/** Rows as a file that Dutch Excel opens at a double click: a byte-order mark, semicolons, CRLF; cells quoted by RFC 4180. */
export function csvText(rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => cells.map((cell) => quoted(safeCell(cell))).join(';')
  return `\uFEFF${rows.map((row) => `${line(row)}\r\n`).join('')}`
}

const quoted = (cell: string) => (/[";\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
