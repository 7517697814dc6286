import type { Mapping } from '#imports/mapping-schema.ts'
import { withoutGuard } from '#imports/readers/formula-guard.ts'

/** Puts the cells of a row right in place, for what was done to them on their way and not by whoever wrote them. */
export function cellCleaner(_mapping: Pick<Mapping, 'encoding'>): (cells: string[]) => void {
  return (cells) => {
    for (let at = 0; at < cells.length; at++) {
      const cell = cells[at] ?? ''
      if (cell.charCodeAt(0) === 39) cells[at] = withoutGuard(cell)
    }
  }
}
