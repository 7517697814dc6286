import fc from 'fast-check'
import { expect, test } from 'vitest'
import { joinDrafts } from '#app/calls/join-drafts.ts'

test('notes stand under each other, and a promise that only one of the two has is a block of its own', () => {
  const own = { outcome: ['spoken'], notes: ['Zij leest graag.'], 'followUp-0-kind': ['visit'], 'topics[]': ['health'] }
  const other = {
    outcome: ['declined'],
    notes: ['De lift is stuk.'],
    'followUp-0-kind': ['repair'],
    'topics[]': ['repairs'],
  }
  expect(joinDrafts(own, other)).toEqual({
    outcome: ['spoken'],
    notes: ['Zij leest graag.\n\nDe lift is stuk.'],
    'followUp-0-kind': ['visit'],
    'followUp-1-kind': ['repair'],
    'topics[]': ['health', 'repairs'],
  })
})

test('what one of the two has is not said twice', () => {
  const own = { notes: ['Zij leest graag. En nog iets.'], spokeWith: ['dochter'], 'gesture-0-text': ['Sterkte'] }
  const other = { notes: ['Zij leest graag.'], spokeWith: [''], 'gesture-0-text': ['Sterkte'], language: ['tr'] }
  expect(joinDrafts(own, other)).toEqual({ ...own, language: ['tr'] })
})

const text = fc.string({ maxLength: 12 })
const fields = fc.dictionary(
  fc.constantFrom(
    'notes',
    'spokeWith',
    'language',
    ...[0, 1, 2].flatMap((n) => [`followUp-${n}-promise`, `gesture-${n}-text`]),
  ),
  text.map((one) => [one]),
)

test('nothing that was typed in either is missing', () => {
  fc.assert(
    fc.property(fields, fields, (own, other) => {
      const joined = Object.values(joinDrafts(own, other)).flat()
      for (const [typed] of [...Object.values(own), ...Object.values(other)])
        expect(joined.some((one) => one.includes(typed ?? ''))).toBe(true)
    }),
  )
})
