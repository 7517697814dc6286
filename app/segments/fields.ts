import type { Field } from './field.ts'
import { callFields } from './fields/call-fields.ts'
import { circumstanceFields } from './fields/circumstance-fields.ts'
import { homeFields } from './fields/home-fields.ts'
import { personFields } from './fields/person-fields.ts'

/** Everything a selection can ask, in the order of the list people choose from. A new criterion is one entry in one of these. */
const fields = { ...personFields, ...homeFields, ...circumstanceFields, ...callFields } satisfies Record<string, Field>

export type FieldName = keyof typeof fields
export const fieldNames = Object.keys(fields) as FieldName[]

/** Widened: what all fields have in common. */
export const fieldOf = (name: FieldName): Field => fields[name]
