import type { Field } from '#imports/columns.ts'
import { columns } from '#imports/columns.ts'
import { detectDateNotation } from '#imports/dates.ts'
import { readEmail } from '#imports/emails.ts'
import { readPhones } from '#imports/phones.ts'
import { readPostcode } from '#imports/postcodes.ts'
import { readYesNo } from '#imports/yes-no.ts'

/** Do these values look like that field? Null when they cannot tell, as with no values or a field of free text. */
export function looksLike(field: Field, values: readonly string[]): boolean | null {
  if (values.length === 0) return null
  const test = testOf(field)
  if (test === null) return null
  return values.filter(test).length >= values.length * 0.6
}

function testOf(field: Field): ((value: string) => boolean) | null {
  if (field === 'mobile') return (value) => readPhones(value).numbers.some((phone) => phone.isMobile)
  switch (columns[field].kind) {
    case 'date':
      return (value) => detectDateNotation([value]) !== null
    case 'phone':
      return (value) => readPhones(value).numbers.length > 0
    case 'amount':
      return (value) => /^[€\s-]*\d[\d.,\s]*-{0,2}$/.test(value)
    default:
      return otherTests[field] ?? null
  }
}

const otherTests: Partial<Record<Field, (value: string) => boolean>> = {
  email: (value) => readEmail(value) !== null,
  postcode: (value) => readPostcode(value) !== null,
  houseNumber: (value) => /^\d{1,5}\b/.test(value),
  householdSize: (value) => /^\d{1,2}$/.test(value),
  doNotCall: (value) => readYesNo(value) !== undefined,
  tenantNumber: (value) => /\d/.test(value) && !value.includes(' '),
  lastName: (value) => !/\d/.test(value),
  fullName: (value) => value.includes(' ') && (severalNames.test(value) || salutationFirst.test(value)),
}

const severalNames = /(?:^| )\p{Lu}\.|\p{Lu}\p{Ll}+ .*\p{Lu}\p{Ll}+/u
const salutationFirst = /^(?:dhr|mevr|mw|de heer|fam|hr)\b/i
