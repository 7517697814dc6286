import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nationalValues } from '#app/reference-values/national-values.ts'
import { valueKeys } from '#app/reference-values/value-keys.ts'
import { type OwnValue, valuesAt } from '#app/reference-values/values-at.ts'

const date = fc.integer({ min: 1, max: 28 }).map((day) => `2026-12-${String(day).padStart(2, '0')}`)
const key = fc.constantFrom(...valueKeys)
const row = fc.record({ key, fromOn: date, value: fc.option(fc.stringMatching(/^\d{1,4}$/)) })

test('what a corporation set last from a date before holds, otherwise what holds in the whole country', () => {
  const national = fc.array(
    fc.record({ key, fromOn: date, value: fc.stringMatching(/^\d{1,4}$/), text: fc.constant('x') }),
  )
  fc.assert(
    fc.property(fc.array(row), national, date, (rows, shipped, on) => {
      const held = valuesAt(
        rows,
        shipped.map((one) => ({ ...one, source: 'a page', lookedUpOn: '2026-11-27' })),
        on,
      )
      for (const one of valueKeys) {
        // Slowly: of what has begun the latest date, and of one date what was set last.
        const begun = <Row extends { key: string; fromOn: string }>(all: readonly Row[]) =>
          all
            .filter(({ key, fromOn }) => key === one && fromOn <= on)
            .sort((a, b) => a.fromOn.localeCompare(b.fromOn))
            .at(-1)
        const own = begun(rows)
        const expected =
          own && own.value !== null ? { ...own, source: 'own' } : { ...begun(shipped), source: 'national' }
        expect([one, held.get(one)?.value]).toEqual([one, expected.value])
        if (held.has(one)) expect(held.get(one)).toMatchObject({ fromOn: expected.fromOn, source: expected.source })
      }
    }),
  )
})

test('what is set for a later day changes nothing before it', () => {
  fc.assert(
    fc.property(fc.array(row), row, date, (rows, later, on) => {
      fc.pre(later.fromOn > on)
      expect(valuesAt([...rows, later], nationalValues, on)).toEqual(valuesAt(rows, nationalValues, on))
    }),
  )
})

test('an own number goes before the national one from its date, and makes way for it again', () => {
  const rows: OwnValue[] = [
    { key: 'gas-and-power', fromOn: '2026-12-01', value: '+31881234567' },
    { key: 'gas-and-power', fromOn: '2026-12-10', value: null },
  ]
  const on = (day: string) => valuesAt(rows, nationalValues, day).get('gas-and-power')
  expect(on('2026-11-30')).toMatchObject({ value: '08009009', source: 'national' })
  expect(on('2026-12-01')).toEqual({ value: '+31881234567', fromOn: '2026-12-01', source: 'own' })
  expect(on('2026-12-10')).toMatchObject({ value: '08009009', source: 'national' })
})

test('the whole country has six numbers, each looked up somewhere', () => {
  const held = valuesAt([], nationalValues, '2026-11-27')
  expect([...held].map(([name, { text }]) => `${name} ${text}`)).toEqual([
    'emergency 112',
    'gas-and-power 0800 9009',
    'fire-brigade 0900 0904',
    'police 0900 8844',
    'suicide-prevention 113',
    'listening-line 088 0767 000',
  ])
  for (const { source, lookedUpOn } of nationalValues)
    expect(`${source} ${lookedUpOn}`).toMatch(/^\S+\.\S+ \d{4}-\d\d-\d\d$/)
})
