import type { Mapping } from '#imports/mapping-schema.ts'
import { withoutGuard } from '#imports/readers/formula-guard.ts'
import { repairTwiceRead } from '#imports/readers/twice-read.ts'

/** Puts the cells of a row right in place, for what was done to them on their way and not by whoever wrote them. */
export function cellCleaner({ encoding }: Pick<Mapping, 'encoding'>): (cells: string[]) => void {
  const wasReadTwice = encoding === 'utf-8-read-twice'
  return (cells) => {
    for (let at = 0; at < cells.length; at++) {
      let cell = cells[at] ?? ''
      if (cell.charCodeAt(0) === 39) cell = withoutGuard(cell)
      cells[at] = wasReadTwice ? repairTwiceRead(cell) : cell
    }
  }
}
