import { expect, test } from 'vitest'
import { parseInput } from '#app/core/forms.ts'
import { valueForm } from '#app/reference-values/value-form.ts'

const fromOn = '2026-12-01'

test.each([
  ['office', '0162 412 233', '+31162412233'],
  ['office', ' 0900-0904 ', '09000904'],
  ['duty-officer', '14 0162', '140162'],
  ['call-out-night', '77,50', '7750'],
  ['call-out-night', '75', '7500'],
  ['call-out-night', '77.5', '7750'],
  ['first-call', ' de opzichter ', 'de opzichter'],
  ['office-hours', 'maandag tot en met vrijdag van 08:00 tot 17:00', 'maandag tot en met vrijdag van 08:00 tot 17:00'],
] as const)('%s: "%s" is kept as %s', (key, value, kept) => {
  expect(parseInput(valueForm(key), { value, fromOn })).toEqual({ ok: true, value: { key, value: kept, fromOn } })
})

test.each([
  ['office', '', { value: 'required' }],
  ['office', '12345', { value: 'phone' }],
  ['office', '0162 412 233 of 112', { value: 'phone' }],
  ['call-out-night', '€ 75', { value: 'amount' }],
  ['call-out-night', '-5', { value: 'amount' }],
  ['call-out-night', '9999999', { value: 'too-high' }],
  ['first-call', 'de opzichter, 0162 412 233', { value: 'number-in-text' }],
  ['first-call', 'bel {office}', { value: 'number-in-text' }],
  ['first-call', 'Jan, bsn 111222333', { value: 'bsn' }],
  ['first-call', 'x'.repeat(201), { value: 'too-long' }],
] as const)('%s: "%s" is refused', (key, value, errors) => {
  expect(parseInput(valueForm(key), { value, fromOn })).toEqual({ ok: false, errors })
})

test('with nothing of its own any more what was typed does not count; the date does', () => {
  const none = { isNone: 'on', value: 'x' }
  expect(parseInput(valueForm('office'), { ...none, fromOn })).toMatchObject({ value: { value: null, fromOn } })
  expect(parseInput(valueForm('office'), { ...none, fromOn: 'morgen' })).toEqual({
    ok: false,
    errors: { fromOn: 'date' },
  })
})
