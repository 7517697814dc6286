import { ReadForm } from '#app/core/form-fields.ts'

/**
 * What was taken away stands in the address of the page that follows, as the fields of the form that added it: posted
 * again they put it back, with script or without.
 */
export type FieldPair = [name: string, value: string]

const mark = 'taken-away'

export const takenAway = (fields: readonly FieldPair[]) => new URLSearchParams([[mark, ''], ...fields])

/** The form that an address says was taken away; null when it says nothing. */
export const formTakenAway = (address: URLSearchParams) => (address.has(mark) ? new ReadForm(address) : null)
