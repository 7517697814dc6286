import type { InspectedList } from '#imports/inspect-list.ts'
import type { ColumnSuggestion, SuggestedMapping } from '#imports/mapping.ts'

/** What is kept of a look at a file: its shape and its column names, never a value that is about somebody. */
export type KeptInspection = {
  kind: 'csv' | 'xlsx'
  sheets: string[]
  fingerprint: string
  suggestions: ColumnSuggestion[]
  missing: SuggestedMapping['missing']
  /** The mapping comes from an earlier list with this header. */
  isRemembered: boolean
}

export function inspectionOf(
  { kind, sheets, fingerprint, suggestions, missing }: InspectedList,
  isRemembered: boolean,
): KeptInspection {
  return { kind, sheets, fingerprint, suggestions, missing, isRemembered }
}
