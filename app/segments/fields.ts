import type { Field } from './field.ts'
import { earlierTopic, lastOutcome, lastSpoken, neverSpoken, openFollowUp, wantsCalls } from './fields/call-fields.ts'
import { arrearsNow, arrearsWithin, nuisanceCaused, nuisanceReported } from './fields/circumstance-fields.ts'
import { city, complex, municipality, postcode, tenancyStarted } from './fields/home-fields.ts'
import { age, householdSize, language, noEmail, noMobile } from './fields/person-fields.ts'

/** Everything a selection can ask, in the order of the list people choose from. A new criterion is one entry here. */
const fields = {
  age,
  'household-size': householdSize,
  language,
  'no-email': noEmail,
  'no-mobile': noMobile,
  'tenancy-started': tenancyStarted,
  complex,
  city,
  municipality,
  postcode,
  'nuisance-reported': nuisanceReported,
  'nuisance-caused': nuisanceCaused,
  'arrears-now': arrearsNow,
  'arrears-within': arrearsWithin,
  'wants-calls': wantsCalls,
  'never-spoken': neverSpoken,
  'last-spoken': lastSpoken,
  'last-outcome': lastOutcome,
  'earlier-topic': earlierTopic,
  'open-follow-up': openFollowUp,
} satisfies Record<string, Field>

export type FieldName = keyof typeof fields
export const fieldNames = Object.keys(fields) as FieldName[]

/** Widened: what all fields have in common. */
export const fieldOf = (name: FieldName): Field => fields[name]
