import { rawSql, sql } from '#app/core/sql.ts'
import { addDays } from '#app/time/clock.ts'
import { type ChoiceList, type Field, operator, type TenantFacts } from '../field.ts'
import { anyOfEn, anyOfNl, dayMonthYear, dutch, english, inLastEn, inLastNl, live } from '../phrases.ts'

const days = { unit: 'days', min: 1, max: 36_500 } as const
const started = ['started renting', 'did not start renting'] as const

export const homeFields = {
  'tenancy-started': {
    group: 'home',
    label: { nl: 'Begin van de huur', en: 'Start of the tenancy' },
    permission: 'segment:use',
    operators: {
      within: operator(
        { kind: 'number', ...days, initial: 90 },
        {
          label: { nl: 'in de laatste … dagen', en: 'in the last … days' },
          sql: (value, { today }) => sql`t.tenancy_started_on >= ${addDays(today, -value)}::date`,
          holds: (value, { tenancyStartedOn }, { today }) =>
            tenancyStartedOn !== null && tenancyStartedOn >= addDays(today, -value),
          nl: (value) => dutch(inLastNl(value), 'zijn komen wonen'),
          en: (value) => english(started, inLastEn(value)),
        },
      ),
      before: operator(
        { kind: 'date' },
        {
          label: { nl: 'voor', en: 'before' },
          sql: (value) => sql`t.tenancy_started_on < ${value}::date`,
          holds: (value, { tenancyStartedOn }) => tenancyStartedOn !== null && tenancyStartedOn < value,
          nl: (value) => dutch(`voor ${dayMonthYear(value)}`, 'zijn komen wonen'),
          en: (value) => english(started, `before ${dayMonthYear(value)}`),
        },
      ),
      between: operator(
        { kind: 'dates' },
        {
          label: { nl: 'tussen', en: 'between' },
          sql: ({ from, to }) => sql`(t.tenancy_started_on >= ${from}::date AND t.tenancy_started_on <= ${to}::date)`,
          holds: ({ from, to }, { tenancyStartedOn: on }) => on !== null && on >= from && on <= to,
          nl: ({ from, to }) => dutch(`van ${dayMonthYear(from)} tot en met ${dayMonthYear(to)}`, 'zijn komen wonen'),
          en: ({ from, to }) => english(started, `from ${dayMonthYear(from)} to ${dayMonthYear(to)}`),
        },
      ),
    },
  },
  complex: areaField('complex', 'complexes', {
    label: { nl: 'Complex', en: 'Complex' },
    phrase: { nl: 'in complex ', en: 'in complex ' },
  }),
  city: areaField('city', 'cities', { label: { nl: 'Plaats', en: 'Town' }, phrase: { nl: 'in ', en: 'in ' } }),
  municipality: areaField('municipality', 'municipalities', {
    label: { nl: 'Gemeente', en: 'Municipality' },
    phrase: { nl: 'in de gemeente ', en: 'in the municipality of ' },
  }),
  postcode: {
    group: 'home',
    label: { nl: 'Postcode', en: 'Postcode' },
    permission: 'segment:use',
    joins: 'home',
    operators: {
      between: operator(
        { kind: 'numbers', unit: 'postcode', min: 1000, max: 9999, initial: { from: 1000, to: 9999 } },
        {
          label: { nl: 'van … tot en met …', en: 'from … to …' },
          sql: ({ from, to }) => sql`left(h.postcode, 4) BETWEEN ${String(from)}::text AND ${String(to)}::text`,
          holds: ({ from, to }, { home }) => {
            const digits = home?.postcode?.slice(0, 4)
            return digits !== undefined && digits >= String(from) && digits <= String(to)
          },
          nl: ({ from, to }) => dutch(`in postcode ${from === to ? from : `${from} tot en met ${to}`}`, 'wonen'),
          en: ({ from, to }) => english(live, `in postcode ${from === to ? from : `${from} to ${to}`}`),
        },
      ),
    },
  },
} satisfies Record<string, Field>

type Area = 'complex' | 'city' | 'municipality'

function areaField(
  column: Area,
  list: ChoiceList,
  { label, phrase }: { label: Field['label']; phrase: { nl: string; en: string } },
): Field {
  const areaOf = ({ home }: TenantFacts) => home?.[column] ?? null
  return {
    group: 'home',
    label,
    permission: 'segment:use',
    joins: 'home',
    operators: {
      'one-of': operator(
        { kind: 'choices', list },
        {
          label: { nl: 'is', en: 'is' },
          sql: (value) => sql`${rawSql(`h.${column}`)} = ANY (${value}::text[])`,
          holds: (value, facts) => {
            const there = areaOf(facts)
            return there !== null && value.includes(there)
          },
          nl: (value, nameOf) => dutch(phrase.nl + anyOfNl(value.map(nameOf)), 'wonen'),
          en: (value, nameOf) => english(live, phrase.en + anyOfEn(value.map(nameOf))),
        },
      ),
    },
  }
}
