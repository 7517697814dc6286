/**
 * Whether a cell of this record has a quote where none can stand, as in `"Jan"sen`. Told to be relaxed about quotes
 * within plain text (`5" pijp`), csv-parse is so about these too, and leaves such a cell with its opening quote on; a
 * cell may also rightly begin with a quote, and is then in the file with all of them doubled.
 *
 * Blanks behind a closing quote are what programs that pad their columns write; those cells are put right in place.
 */
export function hasStrayQuote(cells: string[], rawOf: () => string): boolean {
  for (let at = 0; at < cells.length; at++) {
    const cell = cells[at] ?? ''
    if (cell.charCodeAt(0) !== 34 || rawOf().includes(`"${cell.replaceAll('"', '""')}"`)) continue
    const padded = /^"([^"]*)" +$/.exec(cell)
    if (padded === null) return true
    cells[at] = padded[1] ?? ''
  }
  return false
}
