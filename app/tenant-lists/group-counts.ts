import { rejectedRows, sumOf } from './import-counts.ts'
import type { RowGroup } from './import-rows.server.ts'
import type { FoundImport } from './imports.server.ts'

/**
 * How many rows each group of an import has; groups without rows are left out, and of a list that waits for a yes who would
 * be gone: they are named by themselves.
 */
export function groupCounts({
  state,
  counts,
  undoCounts,
}: Pick<FoundImport, 'state' | 'counts' | 'undoCounts'>): [RowGroup, number][] {
  if (!counts) return []
  const all: [RowGroup, number][] = [
    ['left-alone', undoCounts ? sumOf(undoCounts.leftAlone) : 0],
    ['new', counts.new],
    ['changed', counts.changed],
    ['gone', state === 'checked' ? 0 : counts.gone],
    ['rejected', rejectedRows(counts)],
    ['warned', counts.warnedRows],
    ['duplicate', counts.duplicate],
  ]
  return all.filter(([, rows]) => rows > 0)
}
