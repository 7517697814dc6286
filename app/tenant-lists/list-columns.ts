import type { Field } from '#imports/columns.ts'
import type { Mapping } from '#imports/mapping-schema.ts'

const nameParts = ['lastName', 'fullName', 'firstName', 'initials'] as const satisfies Field[]
const phones = ['landline', 'mobile', 'phone'] as const satisfies Field[]

/** The columns a list fills, per table, and the columns of the list that speak about them. */
const filledBy = {
  tenant: {
    sex: ['sex', 'salutation', 'fullName'],
    initials: ['initials', 'fullName'],
    first_name: ['firstName', 'fullName'],
    infix: ['infix', ...nameParts],
    last_name: nameParts,
    is_estate: ['salutation', ...nameParts],
    birth_on: ['birthOn'],
    deceased_on: ['deceasedOn'],
    landline: phones,
    mobile: phones,
    other_phone: phones,
    email: ['email'],
    language: ['language'],
    tenancy_started_on: ['tenancyStartedOn'],
    tenancy_ended_on: ['tenancyEndedOn'],
    household_size: ['householdSize'],
    is_do_not_call: ['doNotCall'],
    home_id: ['homeNumber', 'houseNumber', 'addressLine'],
  },
  home: {
    street: ['street', 'addressLine'],
    house_number: ['houseNumber', 'addressLine'],
    addition: ['addition', 'houseNumber', 'addressLine'],
    postcode: ['postcode', 'addressLine'],
    city: ['city', 'addressLine'],
    municipality: ['municipality'],
    complex: ['complex'],
  },
  circumstance: {
    arrears_cents: ['arrears'],
    last_arrears_on: ['lastArrearsOn'],
    nuisance_reported_on: ['nuisanceReportedOn'],
    nuisance_caused_on: ['nuisanceCausedOn'],
  },
} as const satisfies Record<string, Record<string, readonly Field[]>>

export type TenantColumn = keyof typeof filledBy.tenant
export type HomeColumn = keyof typeof filledBy.home
export type CircumstanceColumn = keyof typeof filledBy.circumstance

/** A column the list does not have says nothing: what is known stays. */
export type ListedColumns = { tenant: TenantColumn[]; home: HomeColumn[]; circumstance: CircumstanceColumn[] }

export const allColumns = {
  tenant: Object.keys(filledBy.tenant) as TenantColumn[],
  home: Object.keys(filledBy.home) as HomeColumn[],
  circumstance: Object.keys(filledBy.circumstance) as CircumstanceColumn[],
} satisfies ListedColumns

export function listedColumns({ columns }: Pick<Mapping, 'columns'>): ListedColumns {
  const mapped = new Set(columns.map(({ field }) => field))
  const listed = <Column extends string>(table: Record<Column, readonly Field[]>) =>
    (Object.keys(table) as Column[]).filter((column) => table[column].some((field) => mapped.has(field)))
  return { tenant: listed(filledBy.tenant), home: listed(filledBy.home), circumstance: listed(filledBy.circumstance) }
}

/** Contact details a tenant may have corrected in a conversation. */
export const correctable = ['landline', 'mobile', 'other_phone', 'email'] as const satisfies TenantColumn[]
export const isCorrectable = (column: string): column is (typeof correctable)[number] =>
  (correctable as readonly string[]).includes(column)

/** `arrears_cents` → `arrearsCents`: how counts call a column. */
export const fieldName = (column: string): string =>
  column.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
