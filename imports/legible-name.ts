import type { Field } from '#imports/columns.ts'
import type { Mapping } from '#imports/mapping-schema.ts'
import { tidy } from '#imports/text.ts'

const parts: readonly Field[] = ['initials', 'firstName', 'infix', 'lastName']

/**
 * The name in a row that could not be taken, as it was written, so that people find the row back. Null when its cells do
 * not stand under the columns: another cell could hold anything.
 */
export function legibleName(cells: readonly string[], { columns }: Pick<Mapping, 'columns'>): string | null {
  if (cells.length > columns.length || (cells.length === 1 && columns.length > 1)) return null
  const cellOf = (field: Field) => {
    const at = columns.findIndex((column) => column.field === field)
    return at < 0 ? '' : tidy(cells[at] ?? '')
  }
  return cellOf('fullName') || parts.map(cellOf).filter(Boolean).join(' ') || null
}
