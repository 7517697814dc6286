import fc from 'fast-check'
import type { Criteria } from '#app/segments/criteria.ts'
import type { TenantFacts, ValueKind } from '#app/segments/field.ts'
import { fieldNames, fieldOf } from '#app/segments/fields.ts'

// Few values and many at the edge, so that rules and tenants meet.
const days = [
  '2026-11-22',
  '2026-11-21',
  '2026-08-24',
  '2026-08-23',
  '2025-11-22',
  '2025-11-21',
  '2026-12-01',
  '2020-02-29',
]
const birthdays = [
  '1946-11-22',
  '1946-11-23',
  '1946-11-21',
  '1944-02-29',
  '1999-11-22',
  '1999-11-23',
  '1961-03-01',
  '2026-11-22',
]
const moments = [
  '2026-11-21T23:00:00.000Z',
  '2026-10-22T21:59:59.999Z',
  '2026-10-22T22:00:00.000Z',
  '2026-03-29T00:30:00.000Z',
]
const codes = {
  complexes: ['C001', 'C002'],
  cities: ['Gennep', "'s-Hertogenbosch"],
  municipalities: ['Gennep', 'Utrecht'],
}
const more = { languages: ['nl', 'tr'], outcomes: ['spoken', 'no-answer'], topics: ['chat', 'repair', 'money'] }
const choices: Record<string, string[]> = { ...codes, ...more }
const maybe = <T>(values: readonly T[]) => fc.option(fc.constantFrom(...values), { nil: null })

export const someone: fc.Arbitrary<TenantFacts> = fc.record({
  birthOn: maybe(birthdays),
  tenancyStartedOn: maybe(days),
  householdSize: maybe([1, 2, 5]),
  language: maybe(more.languages),
  email: maybe(['jan@example.nl']),
  mobile: maybe(['+31612345678']),
  wantsCalls: fc.boolean(),
  lastSpokenAt: maybe(moments),
  lastOutcome: maybe(more.outcomes),
  home: fc.option(
    fc.record({
      complex: maybe(codes.complexes),
      city: maybe(codes.cities),
      municipality: maybe(codes.municipalities),
      postcode: maybe(['4901 AB', '4999 ZZ', '5000 AA', '1011 AB']),
    }),
    { nil: null },
  ),
  circumstance: fc.option(
    fc.record({
      arrearsCents: maybe([0, 1, 49_999, 50_000, -300]),
      lastArrearsOn: maybe(days),
      nuisanceReportedOn: maybe(days),
      nuisanceCausedOn: maybe(days),
    }),
    { nil: null },
  ),
  topics: fc.subarray(more.topics),
  hasOpenFollowUp: fc.boolean(),
})

const numbers: Record<string, number[]> = {
  years: [0, 27, 65, 79, 80, 82, 120],
  days: [1, 30, 90, 91, 365, 366, 3000],
  persons: [1, 2, 4],
  euros: [1, 499, 500],
  postcode: [1000, 4901, 4999, 9999],
}

export function someValueOf(value: ValueKind): fc.Arbitrary<unknown> {
  const inOrder = <T>(from: fc.Arbitrary<T>) =>
    fc.tuple(from, from).map(([a, b]) => (a <= b ? { from: a, to: b } : { from: b, to: a }))
  switch (value.kind) {
    case 'none':
      return fc.constant(undefined)
    case 'number':
      return fc.constantFrom(...(numbers[value.unit] ?? []))
    case 'numbers':
      return inOrder(fc.constantFrom(...(numbers[value.unit] ?? [])))
    case 'date':
      return fc.constantFrom(...days)
    case 'dates':
      return inOrder(fc.constantFrom(...days))
    case 'choices':
      return fc.subarray([...(choices[value.list] ?? []), 'elsewhere'], { minLength: 1 })
  }
}

const someRule: fc.Arbitrary<Criteria> = fc
  .constantFrom(...fieldNames)
  .chain((field) =>
    fc
      .constantFrom(...Object.entries(fieldOf(field).operators))
      .chain(([operator, { value }]) =>
        someValueOf(value).map(
          (filled) => (filled === undefined ? { field, operator } : { field, operator, value: filled }) as Criteria,
        ),
      ),
  )

export const someCriteria: fc.Arbitrary<Criteria> = fc.letrec<{ node: Criteria }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    someRule,
    fc.array(tie('node'), { maxLength: 4 }).map((all) => ({ all })),
    fc.array(tie('node'), { maxLength: 4 }).map((any) => ({ any })),
    tie('node').map((not) => ({ not })),
  ),
})).node
