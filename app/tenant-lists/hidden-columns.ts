import { type Field, isBsnHeader, meaningOfHeader } from '#imports/columns.ts'
import { isCircumstanceField } from './list-columns.ts'

type Column = { header: string; field: Field | null }

/** Arrears and nuisance: by what the column was chosen for or, also when it is left out of the list, by its name. */
export const revealsCircumstances = ({ header, field }: Column): boolean =>
  [field, meaningOfHeader(header)?.field].some((meant) => meant != null && isCircumstanceField(meant))

/** Whose values are not for whoever looks at the columns: a BSN is for nobody. */
export const isHiddenColumn = (column: Column, withCircumstances: boolean): boolean =>
  isBsnHeader(column.header) || (!withCircumstances && revealsCircumstances(column))
