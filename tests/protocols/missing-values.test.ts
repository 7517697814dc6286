import { describe, expect, test } from 'vitest'
import { missingValues } from '#app/protocols/missing-values.ts'
import { nationalValues } from '#app/reference-values/national-values.ts'
import type { ValueKey } from '#app/reference-values/value-keys.ts'
import { type OwnValue, valuesAt } from '#app/reference-values/values-at.ts'
import { baseProtocolOf } from '#app/triage/base-protocols.ts'

const today = '2026-11-27'
const own = (key: ValueKey, fromOn: string, value: string | null): OwnValue => ({ key, fromOn, value })
const told = [baseProtocolOf('no-heating'), baseProtocolOf('gas-leak')]

const missing = (...more: OwnValue[]) => {
  const rows = [own('first-call', '2026-01-01', '7750'), ...more]
  return missingValues(told, {
    today,
    own: rows,
    knownOn: (day) => new Set<string>(['office-hours', ...valuesAt(rows, nationalValues, day).keys()]),
  })
}

describe('a number that is read out', () => {
  test('and that nobody filled in is missing, with what reads it out', () => {
    expect(missing()).toEqual([{ key: 'heat-supplier', kinds: ['no-heating'], fromOn: null }])
  })

  test('is not while it holds, and is from the day on which it ends', () => {
    const held = own('heat-supplier', '2026-01-01', '+31881234567')
    expect(missing(held)).toEqual([])
    expect(missing(held, own('heat-supplier', '2026-12-01', null))).toEqual([
      { key: 'heat-supplier', kinds: ['no-heating'], fromOn: '2026-12-01' },
    ])
    expect(missing(held, own('heat-supplier', '2026-12-01', '+31887654321'))).toEqual([])
  })

  test('is missing now, also when it comes back later', () => {
    expect(missing(own('heat-supplier', '2026-12-24', '+31881234567'))).toEqual([
      { key: 'heat-supplier', kinds: ['no-heating'], fromOn: null },
    ])
  })
})
