import type { InspectedList } from '#imports/inspect-list.ts'
import type { ColumnSuggestion, SuggestedMapping } from '#imports/mapping.ts'
import { headerOfRejects } from './reject-file.ts'

/** What is kept of a look at a file: its shape and its column names, never a value that is about somebody. */
export type KeptInspection = {
  kind: 'csv' | 'xlsx'
  sheets: string[]
  hiddenSheets?: string[]
  /** Sheets with the same columns, which are not read. */
  alike?: string[]
  fingerprint: string
  /** Where the first rows stand in the file; absent of lists of before it was kept. */
  lines?: number[]
  suggestions: ColumnSuggestion[]
  missing: SuggestedMapping['missing']
  /** The mapping comes from an earlier list with this header. */
  isRemembered: boolean
  /** Rows that were rejected before, mended: an addition to the list they come from. Who is not in it has not left. */
  isAddition?: boolean
}

export function inspectionOf(
  { kind, sheets, hiddenSheets, alike, header, fingerprint, lines, suggestions, missing }: InspectedList,
  isRemembered: boolean,
): KeptInspection {
  const isAddition = headerOfRejects(header) !== null
  return { kind, sheets, hiddenSheets, alike, fingerprint, lines, suggestions, missing, isRemembered, isAddition }
}
