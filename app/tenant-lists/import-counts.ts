import type { ColumnCounts } from './column-warnings.ts'
import type { HomesRestored, ListEffects } from './list-follower.ts'

/** What a list would do, or did. `rows` is always new + changed + unchanged + duplicate + all rejected. */
export type ImportCounts = {
  rows: number
  new: number
  changed: number
  unchanged: number
  duplicate: number
  /** Reason to number of rows; the keys are those of `reasonKey`. */
  rejected: Record<string, number>
  /** The same, of the rows that count: new, changed and unchanged. A row may carry several. */
  warned: Record<string, number>
  /** Rows with at least one warning. */
  warnedRows: number
  distinctTenants: number
  homes: number
  /** Tenants known here who are not in the list. */
  gone: number
  /** Tenants who had gone and are in the list again. */
  returned: number
  /** Column to number of changed rows. */
  changedFields: Record<string, number>
  /** Tenants that were known and not gone before this list. */
  known: number
  /** Neither is told by lists of an earlier version. */
  columns?: ColumnCounts
  effects?: ListEffects
}

export const sumOf = (bag: Record<string, number>): number => Object.values(bag).reduce((sum, n) => sum + n, 0)

export const rejectedRows = ({ rejected }: Pick<ImportCounts, 'rejected'>): number => sumOf(rejected)

const manyTaken = 0.1

/** Undoing would take away so many tenants who came with this list that somebody should say yes to it. */
export const undoTakesMany = ({ known, gone, new: added }: Pick<ImportCounts, 'known' | 'gone' | 'new'>): boolean =>
  added > 0 && added >= (known - gone + added) * manyTaken

/** What undoing did. `leftAlone`: tenants who changed since, by reason. */
export type UndoCounts = {
  restored: number
  removed: number
  broughtBack: number
  homesRestored: number
  homesRemoved: number
  leftAlone: Record<string, number>
  /** Not told by lists of an earlier version. */
  campaigns?: HomesRestored
}
