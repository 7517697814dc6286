import { sql } from '#app/core/sql.ts'
import { ageOn, yearsBefore } from '#app/time/clock.ts'
import { type Asking, type Field, operator } from '../field.ts'
import { anyOfEn, anyOfNl, are, dutch, english, have } from '../phrases.ts'

const years = { unit: 'years', min: 0, max: 120 } as const
const persons = { unit: 'persons', min: 1, max: 20 } as const

// Born on or before that day is being at least so old: also for those of 29 February, whose birthday is 1 March.
const atLeast = (age: number, { today }: Asking) => sql`t.birth_on <= ${yearsBefore(today, age)}::date`
const atMost = (age: number, { today }: Asking) => sql`t.birth_on > ${yearsBefore(today, age + 1)}::date`
const yes = { nl: 'ja', en: 'yes' }

export const personFields = {
  age: {
    group: 'person',
    label: { nl: 'Leeftijd', en: 'Age' },
    permission: 'segment:use',
    operators: {
      'at-least': operator(
        { kind: 'number', ...years, initial: 80 },
        {
          label: { nl: 'minstens', en: 'at least' },
          sql: atLeast,
          holds: (value, { birthOn }, { today }) => birthOn !== null && ageOn(birthOn, today) >= value,
          nl: (value) => dutch(`${value} jaar of ouder`, 'zijn'),
          en: (value) => english(are, `${value} or over`),
        },
      ),
      'at-most': operator(
        { kind: 'number', ...years, initial: 27 },
        {
          label: { nl: 'hoogstens', en: 'at most' },
          sql: atMost,
          holds: (value, { birthOn }, { today }) => birthOn !== null && ageOn(birthOn, today) <= value,
          nl: (value) => dutch(`${value} jaar of jonger`, 'zijn'),
          en: (value) => english(are, `${value} or younger`),
        },
      ),
      between: operator(
        { kind: 'numbers', ...years, initial: { from: 65, to: 79 } },
        {
          label: { nl: 'tussen', en: 'between' },
          sql: ({ from, to }, asking) => sql`(${atLeast(from, asking)} AND ${atMost(to, asking)})`,
          holds: ({ from, to }, { birthOn }, { today }) =>
            birthOn !== null && ageOn(birthOn, today) >= from && ageOn(birthOn, today) <= to,
          nl: ({ from, to }) => dutch(`${from} tot en met ${to} jaar`, 'zijn'),
          en: ({ from, to }) => english(are, `${from} to ${to} years old`),
        },
      ),
    },
  },
  'household-size': {
    group: 'person',
    label: { nl: 'Aantal bewoners', en: 'Household size' },
    permission: 'segment:use',
    operators: {
      'at-most': operator(
        { kind: 'number', ...persons, initial: 1 },
        {
          label: { nl: 'hoogstens', en: 'at most' },
          sql: (value) => sql`t.household_size <= ${value}::int`,
          holds: (value, { householdSize }) => householdSize !== null && householdSize <= value,
          nl: (value) => dutch(value === 1 ? 'alleen' : `met hoogstens ${value} personen`, 'wonen'),
          en: (value) => english(['live', 'do not live'], value === 1 ? 'alone' : `with ${value} people at most`),
        },
      ),
      'at-least': operator(
        { kind: 'number', ...persons, initial: 4 },
        {
          label: { nl: 'minstens', en: 'at least' },
          sql: (value) => sql`t.household_size >= ${value}::int`,
          holds: (value, { householdSize }) => householdSize !== null && householdSize >= value,
          nl: (value) => dutch(`met ${value} of meer personen`, 'wonen'),
          en: (value) => english(['live', 'do not live'], `with ${value} people or more`),
        },
      ),
    },
  },
  language: {
    group: 'person',
    label: { nl: 'Taal', en: 'Language' },
    permission: 'segment:use',
    operators: {
      'one-of': operator(
        { kind: 'choices', list: 'languages' },
        {
          label: { nl: 'is', en: 'is' },
          sql: (value) => sql`t.language = ANY (${value}::text[])`,
          holds: (value, { language }) => language !== null && value.includes(language),
          nl: (value, nameOf) => dutch(anyOfNl(value.map(nameOf)), 'spreken'),
          en: (value, nameOf) => english(['speak', 'do not speak'], anyOfEn(value.map(nameOf))),
        },
      ),
    },
  },
  'no-email': {
    group: 'person',
    label: { nl: 'Geen e-mailadres', en: 'No e-mail address' },
    permission: 'segment:use',
    operators: {
      yes: operator(
        { kind: 'none' },
        {
          label: yes,
          sql: () => sql`t.email IS NULL`,
          holds: (_, { email }) => email === null,
          nl: () => dutch('geen e-mailadres', 'hebben', 'een e-mailadres'),
          en: () => english(have, 'no e-mail address', 'an e-mail address'),
        },
      ),
    },
  },
  'no-mobile': {
    group: 'person',
    label: { nl: 'Geen mobiel nummer', en: 'No mobile number' },
    permission: 'segment:use',
    operators: {
      yes: operator(
        { kind: 'none' },
        {
          label: yes,
          sql: () => sql`t.mobile IS NULL`,
          holds: (_, { mobile }) => mobile === null,
          nl: () => dutch('geen mobiel nummer', 'hebben', 'een mobiel nummer'),
          en: () => english(have, 'no mobile number', 'a mobile number'),
        },
      ),
    },
  },
} satisfies Record<string, Field>
