import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type FilledPart, fillValues, placeholdersIn } from '#app/reference-values/fill-values.ts'
import { isValueKey, type ValueKey, valueKeys } from '#app/reference-values/value-keys.ts'

const values = new Map<ValueKey, { value: string; text: string }>([
  ['gas-and-power', { value: '08009009', text: '0800 9009' }],
  ['call-out-night', { value: '7750', text: '€ 77,50' }],
  ['first-call', { value: 'de opzichter', text: 'de opzichter' }],
])

test('what holds stands in the place of its key, and what is not filled in says so', () => {
  expect(fillValues('Bel {gas-and-power}. Dat kost {call-out-night}; {first-call} belt, of {office}.', values)).toEqual(
    [
      { kind: 'written', text: 'Bel ' },
      { kind: 'phone', key: 'gas-and-power', number: '08009009', text: '0800 9009' },
      { kind: 'written', text: '. Dat kost ' },
      { kind: 'amount', key: 'call-out-night', text: '€ 77,50' },
      { kind: 'written', text: '; ' },
      { kind: 'text', key: 'first-call', text: 'de opzichter' },
      { kind: 'written', text: ' belt, of ' },
      { kind: 'missing', key: 'office' },
      { kind: 'written', text: '.' },
    ],
  )
})

test('what is no key stays as it was written, and is named', () => {
  expect(fillValues('{toString} {gas} {constructor}', values)).toEqual([
    { kind: 'written', text: '{toString} {gas} {constructor}' },
  ])
  expect(placeholdersIn('{gas} en {police}, {gas}')).toEqual(['gas', 'police'])
})

const piece = fc.oneof(
  fc.string(),
  fc.constantFrom(...valueKeys).map((key) => `{${key}}`),
  fc.stringMatching(/^\{[a-z-]*\}?$/),
)
const text = fc.array(piece).map((pieces) => pieces.join(''))
const asWritten = (part: FilledPart) => (part.kind === 'written' ? part.text : `{${part.key}}`)

test('nothing of a text is lost or doubled, and each key in it is filled in', () => {
  fc.assert(
    fc.property(text, (written) => {
      const parts = fillValues(written, values)
      expect(parts.map(asWritten).join('')).toBe(written)
      const filled = new Set(parts.flatMap((part) => (part.kind === 'written' ? [] : [part.key])))
      expect([...filled]).toEqual(placeholdersIn(written).filter(isValueKey))
      for (const part of parts) if (part.kind !== 'written') expect(values.has(part.key)).toBe(part.kind !== 'missing')
    }),
  )
})
