import { type Field, isBsnHeader, meaningOfHeader } from '#imports/columns.ts'

const circumstances: readonly (Field | null | undefined)[] = [
  'arrears',
  'lastArrearsOn',
  'nuisanceReportedOn',
  'nuisanceCausedOn',
]

type Column = { header: string; field: Field | null }

/** Arrears and nuisance: by what the column was chosen for or, also when it is left out of the list, by its name. */
export const tellsOfCircumstances = ({ header, field }: Column): boolean =>
  circumstances.includes(field) || circumstances.includes(meaningOfHeader(header)?.field)

/** Whose values are not for whoever looks at the columns: a BSN is for nobody. */
export const isHiddenColumn = (column: Column, withCircumstances: boolean): boolean =>
  isBsnHeader(column.header) || (!withCircumstances && tellsOfCircumstances(column))
