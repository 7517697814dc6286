import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Criteria, Rule } from '#app/segments/criteria.ts'
import { parseCriteria } from '#app/segments/criteria.ts'
import { sentenceOf, stepText } from '#app/segments/criteria-sentence.ts'
import { changeAt, finished, newRule, turned, unfinishedFields, withoutDoubleNot } from '#app/segments/edit-criteria.ts'
import { decodeCriteria, encodeCriteria } from '#app/segments/encode-criteria.ts'
import { someCriteria } from './random-criteria.ts'

const old: Rule = { field: 'age', operator: 'at-least', value: 80 }
const noEmail: Rule = { field: 'no-email', operator: 'yes' }
const inComplex: Rule = { field: 'complex', operator: 'one-of', value: ['C001', 'C002'] }

describe('criteria as a sentence', () => {
  const cases: [Criteria, string, string][] = [
    [{ all: [] }, 'Alle huurders', 'All tenants'],
    [old, 'Huurders die 80 jaar of ouder zijn', 'Tenants who are 80 or over'],
    [
      { all: [old, noEmail] },
      'Huurders die 80 jaar of ouder zijn en geen e-mailadres hebben',
      'Tenants who are 80 or over and have no e-mail address',
    ],
    [
      { all: [{ not: noEmail }, { not: inComplex }] },
      'Huurders die een e-mailadres hebben en niet in complex C001 of C002 wonen',
      'Tenants who have an e-mail address and do not live in complex C001 or C002',
    ],
    [
      { all: [old, { not: { any: [noEmail, inComplex] } }] },
      'Huurders die 80 jaar of ouder zijn en niet (geen e-mailadres hebben of in complex C001 of C002 wonen)',
      'Tenants who are 80 or over and not (have no e-mail address or live in complex C001 or C002)',
    ],
    [
      { field: 'language', operator: 'one-of', value: ['tr', 'xx'] },
      'Huurders die Turks of xx spreken',
      'Tenants who speak Turkish or xx',
    ],
    [newRule('complex'), 'Huurders die Complex: nog invullen', 'Tenants who Complex: still to fill in'],
  ]
  it.each(cases)('%j', (criteria, nl, en) => {
    expect([sentenceOf(criteria, 'nl'), sentenceOf(criteria, 'en')]).toEqual([nl, en])
  })

  it('reads on from step to step', () => {
    expect([stepText(old, 0, 'nl'), stepText({ any: [noEmail, inComplex] }, 1, 'nl')]).toEqual([
      'die 80 jaar of ouder zijn',
      'en (geen e-mailadres hebben of in complex C001 of C002 wonen)',
    ])
  })
})

describe('changing a tree', () => {
  const tree: Criteria = { all: [old, { not: { any: [noEmail, inComplex] } }] }

  it('changes one part, or takes it out with the "not" around it', () => {
    expect(changeAt(tree, [0], () => noEmail)).toEqual({ all: [noEmail, { not: { any: [noEmail, inComplex] } }] })
    expect(changeAt(tree, [1, 0, 0], () => null)).toEqual({ all: [old, { not: { any: [inComplex] } }] })
    expect(changeAt(tree, [1, 0], () => null)).toEqual({ all: [old] })
    expect(changeAt(tree, [1, 0], (part) => ('any' in part ? turned(part) : part))).toEqual({
      all: [old, { not: { all: [noEmail, inComplex] } }],
    })
  })

  it('leaves out what is still being filled in, and groups that hold nothing else', () => {
    const started = newRule('complex')
    expect(finished({ all: [old, started, { any: [started] }, { not: { not: started } }] })).toEqual({ all: [old] })
    expect(finished({ any: [started] })).toEqual({ all: [] })
    expect(finished({ field: 'age', operator: 'at-least', value: Number.NaN })).toEqual({ all: [] })
  })

  it('names what is still being filled in, each field once', () => {
    const [complex, city] = [newRule('complex'), newRule('city')]
    expect(unfinishedFields({ all: [old, complex, { not: { any: [city, complex] } }] })).toEqual(['complex', 'city'])
    expect(unfinishedFields({ all: [old] })).toEqual([])
  })

  it('keeps its meaning without "not not"', () => {
    expect(withoutDoubleNot({ not: { not: { not: { all: [{ not: { not: old } }] } } } })).toEqual({
      not: { all: [old] },
    })
  })
})

describe('criteria in an address', () => {
  it.each([
    ['nothing chosen', newRule('complex')],
    ['no day', newRule('tenancy-started', 'before')],
    ['a number being typed', { field: 'age', operator: 'at-least', value: Number.NaN } satisfies Criteria],
    ['deep inside', { any: [old, { not: { all: [newRule('city')] } }] } satisfies Criteria],
  ])('are refused as unfinished, never read without the rule: %s', (_, criteria) => {
    expect(decodeCriteria(encodeCriteria({ all: [old, criteria] }))).toEqual({
      ok: false,
      reason: 'criteria-unfinished',
    })
  })

  it('come back as they were', () => {
    fc.assert(
      fc.property(someCriteria, (criteria) => {
        const text = encodeCriteria(criteria)
        expect(text).toMatch(/^[\w-]+$/)
        expect(decodeCriteria(text)).toEqual(parseCriteria(JSON.parse(JSON.stringify(criteria))))
      }),
    )
    const accented: Criteria = {
      field: 'city',
      operator: 'one-of',
      value: ["'s-Hertogenbosch", 'Súdwest-Fryslân', '名'],
    }
    expect(decodeCriteria(encodeCriteria(accented))).toEqual({ ok: true, criteria: accented })
  })

  it.each(['', '!!', 'e30', 'bnVsbA', '_____w'])('are refused when they are no criteria: "%s"', (text) => {
    expect(decodeCriteria(text)).toMatchObject({ ok: false, reason: 'criteria-invalid' })
  })
})
