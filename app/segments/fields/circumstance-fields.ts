import { rawSql, sql } from '#app/core/sql.ts'
import { addDays } from '#app/time/clock.ts'
import { type Field, operator, type TenantFacts, type Translated } from '../field.ts'
import { dutch, english, had, have, inLastEn, inLastNl } from '../phrases.ts'

// Only for those who may use arrears and nuisance: see permissions.ts.
const circumstances = {
  group: 'circumstances',
  permission: 'segment:use-circumstances',
  joins: 'circumstance',
} as const
const days = { unit: 'days', min: 1, max: 3650 } as const

export const circumstanceFields = {
  'nuisance-reported': nuisanceField(
    'nuisance_reported_on',
    (facts) => facts.circumstance?.nuisanceReportedOn ?? null,
    {
      label: { nl: 'Overlast gemeld', en: 'Nuisance reported' },
      verbs: { nl: 'meldden', en: ['reported nuisance', 'did not report nuisance'] },
    },
  ),
  'nuisance-caused': nuisanceField('nuisance_caused_on', (facts) => facts.circumstance?.nuisanceCausedOn ?? null, {
    label: { nl: 'Overlast veroorzaakt', en: 'Nuisance caused' },
    verbs: { nl: 'veroorzaakten', en: ['caused nuisance', 'did not cause nuisance'] },
  }),
  'arrears-now': {
    ...circumstances,
    label: { nl: 'Betalingsachterstand nu', en: 'Arrears now' },
    operators: {
      yes: operator(
        { kind: 'none' },
        {
          label: { nl: 'ja', en: 'yes' },
          sql: () => sql`c.arrears_cents > 0`,
          holds: (_, { circumstance }) => (circumstance?.arrearsCents ?? 0) > 0,
          nl: () => dutch('nu een betalingsachterstand', 'hebben', 'nu geen betalingsachterstand'),
          en: () => english(have, 'arrears now', 'no arrears now'),
        },
      ),
      'at-least': operator(
        { kind: 'number', unit: 'euros', min: 1, max: 1_000_000, initial: 500 },
        {
          label: { nl: 'van minstens', en: 'of at least' },
          sql: (value) => sql`c.arrears_cents >= ${value * 100}::int`,
          holds: (value, { circumstance }) => (circumstance?.arrearsCents ?? 0) >= value * 100,
          nl: (value) =>
            dutch(`nu een achterstand van € ${value} of meer`, 'hebben', `nu geen achterstand van € ${value} of meer`),
          en: (value) => english(have, `arrears of € ${value} or more now`),
        },
      ),
    },
  },
  'arrears-within': {
    ...circumstances,
    label: { nl: 'Betalingsachterstand gehad', en: 'Had arrears' },
    operators: {
      within: operator(
        { kind: 'number', ...days, initial: 365 },
        {
          label: { nl: 'in de laatste … dagen', en: 'in the last … days' },
          sql: (value, { today }) => sql`c.last_arrears_on >= ${addDays(today, -value)}::date`,
          holds: (value, { circumstance }, { today }) => isSince(circumstance?.lastArrearsOn ?? null, today, value),
          nl: (value) =>
            dutch(
              `${inLastNl(value)} een betalingsachterstand`,
              'hadden',
              `${inLastNl(value)} geen betalingsachterstand`,
            ),
          en: (value) => english(had, `arrears ${inLastEn(value)}`),
        },
      ),
    },
  },
} satisfies Record<string, Field>

type Verbs = { nl: string; en: readonly [string, string] }
type Column = 'nuisance_reported_on' | 'nuisance_caused_on'

function nuisanceField(
  name: Column,
  dateOf: (facts: TenantFacts) => string | null,
  { label, verbs }: { label: Translated; verbs: Verbs },
): Field {
  const column = rawSql(`c.${name}`)
  return {
    ...circumstances,
    label,
    operators: {
      within: operator(
        { kind: 'number', ...days, initial: 365 },
        {
          label: { nl: 'in de laatste … dagen', en: 'in the last … days' },
          sql: (value, { today }) => sql`${column} >= ${addDays(today, -value)}::date`,
          holds: (value, facts, { today }) => isSince(dateOf(facts), today, value),
          nl: (value) => dutch(`${inLastNl(value)} overlast`, verbs.nl, `${inLastNl(value)} geen overlast`),
          en: (value) => english(verbs.en, inLastEn(value)),
        },
      ),
      ever: operator(
        { kind: 'none' },
        {
          label: { nl: 'ooit', en: 'ever' },
          sql: () => sql`${column} IS NOT NULL`,
          holds: (_, facts) => dateOf(facts) !== null,
          nl: () => dutch('ooit overlast', verbs.nl, 'nooit overlast'),
          en: () => english(verbs.en, 'at any time'),
        },
      ),
    },
  }
}

const isSince = (date: string | null, today: string, days: number) => date !== null && date >= addDays(today, -days)
