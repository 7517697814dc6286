import { longestIdentifier } from '#imports/cell-rules.ts'
import type { Mapping } from '#imports/mapping-schema.ts'
import { tidy } from '#imports/text.ts'

/**
 * The tenant number of a row that is not taken, as far as it can be read where it belongs; null when not. Whoever stands in
 * the file, however badly, has not left. A row that could not be split comes as one cell: its line.
 */
export function legibleNumber(
  cells: readonly string[],
  { columns, delimiter }: Pick<Mapping, 'columns' | 'delimiter'>,
): string | null {
  const at = columns.findIndex(({ field }) => field === 'tenantNumber')
  const isWholeLine = cells.length === 1 && columns.length > 1
  const parts = isWholeLine ? (cells[0] ?? '').split(delimiter) : cells
  const number = withoutQuotes(tidy(parts[at] ?? '')).trim()
  return number === '' || number.length > longestIdentifier ? null : number
}

function withoutQuotes(text: string): string {
  let [from, to] = [0, text.length]
  while (from < to && text[from] === '"') from++
  while (to > from && text[to - 1] === '"') to--
  return text.slice(from, to)
}
