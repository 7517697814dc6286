import type { Sex } from '#imports/sexes.ts'

/** What one row of a list says about one tenant. Dates are `yyyy-mm-dd`, phone numbers E.164, empty is null. */
export type NormalisedRow = {
  tenantNumber: string
  salutation: string | null
  initials: string | null
  firstName: string | null
  infix: string | null
  lastName: string
  sex: Sex | null
  /** The heirs hold the contract: nobody to call as a tenant. */
  estate: boolean
  birthOn: string | null
  deceasedOn: string | null
  street: string | null
  houseNumber: number | null
  addition: string | null
  /** `1234 AB` */
  postcode: string | null
  city: string | null
  municipality: string | null
  homeNumber: string | null
  complex: string | null
  landline: string | null
  mobile: string | null
  otherPhone: string | null
  email: string | null
  /** ISO 639-1 */
  language: string | null
  tenancyStartedOn: string | null
  tenancyEndedOn: string | null
  arrearsCents: number | null
  lastArrearsOn: string | null
  nuisanceReportedOn: string | null
  nuisanceCausedOn: string | null
  householdSize: number | null
  /** Null when the list does not say, or says something that is neither yes nor no. */
  doNotCall: boolean | null
}
