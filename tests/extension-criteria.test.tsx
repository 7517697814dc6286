import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/accounts/authorize.server.ts'
import { inScopeSql } from '#app/core/scope.server.ts'
import { countSelection } from '#app/segments/count-selection.server.ts'
import type { Criteria, Rule } from '#app/segments/criteria.ts'
import { criteriaFromUrl } from '#app/segments/criteria-from-url.server.ts'
import { clauseOf, sentenceOf } from '#app/segments/criteria-sentence.ts'
import { isComplete, newRule } from '#app/segments/edit-criteria.ts'
import { encodeCriteria } from '#app/segments/encode-criteria.ts'
import { fieldNames, fieldOf } from '#app/segments/fields.ts'
import { builderFields } from '#app/segments/find-builder-fields.server.ts'
import { ValueEditor } from '#app/segments/views/value-editor.tsx'
import { en } from '#app/segments/words.en.ts'
import { nl } from '#app/segments/words.nl.ts'
import { anActor } from '#prisma/builders/account.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { asHtml } from '#tests/calls/as-html.tsx'
import { holds } from '#tests/segments/holds.ts'
import { someone, someValueOf } from '#tests/segments/random-criteria.ts'
import { writeTenants } from '#tests/segments/write-tenants.ts'
import { useDatabase } from '#tests/support/database.ts'

/** A criterion is one entry in `app/segments/fields/`: here each of them goes the whole way, from address to count. */
const people = fc.sample(someone, { numRuns: 300, seed: 11 })
const asking = { today: '2026-11-22', timeZone: 'Europe/Amsterdam' }
let coordinator: Actor
let caller: Actor

beforeAll(async () => {
  await useDatabase()
  const corporation = await aCorporation()
  coordinator = await anActor(corporation)
  caller = await anActor(corporation, { role: 'caller', name: 'Bea' })
  await writeTenants(coordinator, people)
})

const operators = fieldNames.flatMap((field) =>
  Object.entries(fieldOf(field).operators).map(([operator, { value }]) => ({ field, operator, value })),
)
const linkTo = (criteria: Criteria) =>
  new Request(`https://rondbel.test/selection?criteria=${encodeCriteria(criteria)}`)

describe.each(operators)('the criterion $field, $operator', ({ field, operator, value }) => {
  const rules = fc
    .sample(someValueOf(value), { numRuns: 20, seed: 4 })
    .map((filled) => (filled === undefined ? { field, operator } : { field, operator, value: filled }) as Rule)
  const rule = rules[0] as Rule

  test('has its words, and says itself and its opposite in both languages', () => {
    const { label, group, operators } = fieldOf(field)
    for (const language of ['nl', 'en'] as const) {
      const words = { nl, en }[language]
      const all = [label[language], operators[operator]?.label[language], words.groups[group]]
      if ('unit' in value) expect(words.units).toHaveProperty(value.unit)
      for (const word of all) expect(word).toMatch(/\S/)
      const [is, isNot] = [clauseOf(rule, false, language), clauseOf(rule, true, language)]
      expect(is.chip).toMatch(/\S/)
      expect(isNot).not.toEqual(is)
      expect(sentenceOf(rule, language)).toContain(is.chip)
    }
  })

  test('is filled in with a field for its kind of value, and nothing is asked of one without', async () => {
    const choices = await inScopeSql(coordinator, (tx) => builderFields(tx, coordinator))
    const start = newRule(field, operator)
    const editor = (
      <ValueEditor rule={start} kind={value} choices={choices.choices} onChange={() => expect.unreachable()} />
    )
    const fields = (await asHtml(editor)).match(/<input/g) ?? []
    const least = { none: 0, number: 1, numbers: 2, date: 1, dates: 2, choices: 2 }[value.kind]
    if (value.kind === 'none') expect(fields).toHaveLength(0)
    else expect(fields.length).toBeGreaterThanOrEqual(least)
    expect(isComplete(rule)).toBe(true)
  })

  test('comes out of an address as it went in, and only for who may use it', () => {
    for (const criteria of [rule, { not: rule }, { any: rules.slice(0, 3) }])
      expect(criteriaFromUrl(coordinator, linkTo(criteria))).toEqual({ criteria, problem: null })
    const isKept = fieldOf(field).permission === 'segment:use-circumstances'
    if (isKept) expect(criteriaFromUrl(caller, linkTo(rule)).problem).toBe('circumstances-not-permitted')
  })

  test('is counted by the database as the rule says, some and not all of them', async () => {
    const scope = { ...asking, corporationId: coordinator.corporationId }
    const meant = rules.map((one) => people.filter((facts) => holds(one, facts, scope)).length)
    const counted = await inScopeSql(coordinator, async (tx) => {
      const counts: number[] = []
      for (const one of rules)
        counts.push((await countSelection(tx, coordinator, { criteria: one, options: asking })).matched)
      return counts
    })
    expect(counted).toEqual(meant)
    expect(meant.some((count) => count > 0 && count < people.length)).toBe(true)
  })

  test('reads of arrears and nuisance only for who may see those, and joins what it reads', () => {
    const { sql } = fieldOf(field).operators[operator] ?? expect.unreachable()
    const { text } = sql(rule.value as never, { ...asking, corporationId: 1 })
    const { joins, permission } = fieldOf(field)
    expect(joins === 'circumstance').toBe(/\bc\.\w/.test(text))
    expect(joins === 'home').toBe(/\bh\.\w/.test(text))
    expect(permission).toBe(joins === 'circumstance' ? 'segment:use-circumstances' : 'segment:use')
  })
})
