import { type ColumnKind, columns, type Field } from '#imports/columns.ts'
import { detectDateNotation } from '#imports/dates.ts'
import { readDeceased } from '#imports/deceased.ts'
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

/** Whether one value looks like that field; null when that field could hold anything. */
export function valueFits(field: Field, value: string): boolean | null {
  return testOf(field)?.(value) ?? null
}

type Test = (value: string) => boolean

const testOf = (field: Field): Test | null => ownTests[field] ?? kindTests[columns[field].kind]

const isDate: Test = (value) => detectDateNotation([value]) !== null
const kindTests: Record<ColumnKind, Test | null> = {
  text: null,
  name: null,
  address: null,
  identifier: null,
  sex: null,
  language: null,
  date: isDate,
  death: (value) => isDate(value) || readDeceased(value) !== 'unsure',
  remark: null,
  'birth-date': isDate,
  phone: (value) => readPhones(value).numbers.length > 0,
  amount: (value) => /^[€\s-]*\d[\d.,\s]*-{0,2}$/.test(value),
  email: (value) => readEmail(value) !== null,
  'household-size': (value) => /^\d{1,2}$/.test(value),
  'yes-no': (value) => readYesNo(value) !== undefined,
}

/** Where more can be told than by the kind alone. */
const ownTests: Partial<Record<Field, Test>> = {
  mobile: (value) => readPhones(value).numbers.some((phone) => phone.isMobile),
  postcode: (value) => readPostcode(value) !== null,
  houseNumber: (value) => /^\d{1,5}\b/.test(value),
  tenantNumber: (value) => /\d/.test(value) && !value.includes(' '),
  lastName: (value) => !/\d/.test(value),
  fullName: (value) => value.includes(' ') && (severalNames.test(value) || salutationFirst.test(value)),
}

const severalNames = /(?:^| )\p{Lu}\.|\p{Lu}\p{Ll}+ .*\p{Lu}\p{Ll}+/u
const salutationFirst = /^(?:dhr|mevr|mw|de heer|fam|hr)\b/i
