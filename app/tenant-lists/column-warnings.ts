import { definitionOf, type Field, type KeptTable, meaningOfHeader } from '#imports/columns.ts'
import type { Mapping } from '#imports/mapping-schema.ts'

/** Of columns of which more than a few cells could not be read, or would empty what is known. */
export type ColumnCounts = {
  /** `filled`: cells with anything in them. */
  failing: { field: Field; failed: number; filled: number }[]
  /** `had`: how many tenants or homes have a value now. */
  emptied: { field: string; table: KeptTable; lost: number; had: number }[]
}

export type ColumnWarning =
  | { code: 'column-fails'; field: string; failed: number; filled: number; percent: number }
  | { code: 'column-empties'; field: string; lost: number; had: number; percent: number }
  | { code: 'column-chosen-otherwise'; field: string; header: string; usual: string }

/** Fewer cells than this are people's slips, not a column read wrongly. */
export const fewCells = 5
const manyFail = 0.05
const manyEmptied = 0.05
/** Arrears are paid and nuisance ends: only when next to nothing is left the column itself is in doubt. */
const manySettled = 0.9

/** A column that is probably read wrongly is a question, whichever column it is. */
export function columnWarnings({ failing, emptied }: ColumnCounts): ColumnWarning[] {
  return [
    ...failing
      .filter(({ failed, filled }) => failed >= filled * manyFail)
      .map((column) => ({
        code: 'column-fails' as const,
        ...column,
        percent: percentOf(column.failed, column.filled),
      })),
    ...emptied
      .filter(({ table, lost, had }) => lost >= had * (table === 'circumstance' ? manySettled : manyEmptied))
      .map(({ field, lost, had }) => ({
        code: 'column-empties' as const,
        field,
        lost,
        had,
        percent: percentOf(lost, had),
      })),
  ]
}

const percentOf = (part: number, whole: number) => Math.round((part / Math.max(whole, 1)) * 100)

/** Columns that were chosen to be something else than their name says, where nothing else is chosen for that. */
export function chosenOtherwise({ columns }: Pick<Mapping, 'columns'>): ColumnWarning[] {
  const chosen = new Set(columns.map(({ field }) => field))
  return columns.flatMap(({ header, field }) => {
    const usual = meaningOfHeader(header)
    if (field === null || !usual?.isSure || chosen.has(usual.field) || !isAnotherThing(field, usual.field)) return []
    return [{ code: 'column-chosen-otherwise' as const, field, header, usual: usual.field }]
  })
}

/** Names and numbers are told in several ways that all come out right; a city is no street, nor a date another date. */
const isAnotherThing = (field: Field, usual: Field) =>
  field !== usual && (definitionOf(field).kind !== definitionOf(usual).kind || definitionOf(field).kind === 'address')
