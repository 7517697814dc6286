import { describe, expect, test } from 'vitest'
import { baseProtocolOf } from '#app/triage/base-protocols.ts'
import { triageKinds } from '#app/triage/kinds.ts'
import { matchKinds } from '#app/triage/match-kinds.ts'
import { triageWords } from '#app/triage/triage-words.ts'

const vocabularies = triageKinds.map((kind) => ({
  kind,
  words: [triageWords.nl.kinds[kind], ...baseProtocolOf(kind).words],
}))
const first = (query: string) => matchKinds(query, vocabularies)[0]

describe('what somebody on the telephone calls it', () => {
  test.each([
    ['plee loopt over', 'blocked-drain'],
    ['ketel', 'no-heating'],
    ['lek', 'water-leak'],
    ['lekkage', 'water-leak'],
    ['ik ruik gas', 'gas-leak'],
    ['geen stroom', 'power-failure'],
    ['sleutel kwijt', 'locked-out'],
    ['buitengesloten', 'locked-out'],
    ['lift doet het niet', 'lift-out-of-order'],
    ['ruit ingegooid', 'broken-glass'],
    ['dak lekt', 'roof-leak'],
    ['geen warm water', 'no-hot-water'],
    ['rookmelder piept', 'fire-alarm'],
    ['asbest', 'asbestos'],
    ['wc verstopt', 'blocked-drain'],
    ['verwarming doet het niet', 'no-heating'],
    ['de verwarming is uitgevallen', 'no-heating'],
  ])('%s is about %s', (query, kind) => expect(first(query)).toBe(kind))

  test.each([
    ['verstopt wc', 'blocked-drain'],
    ['kwijt sleutel', 'locked-out'],
    ['lekage', 'water-leak'],
    ['geen storom', 'power-failure'],
    ['buitengeslotn', 'locked-out'],
    ['verwrming', 'no-heating'],
    ['LEKKÁGE!!', 'water-leak'],
  ])('in another order or with a typing error: %s', (query, kind) => expect(first(query)).toBe(kind))

  test('half a word is enough, and what is like nothing gives nothing', () => {
    expect(matchKinds('lekk', vocabularies)).toContain('water-leak')
    expect(matchKinds('', vocabularies)).toEqual([])
    expect(matchKinds('xqzwv', vocabularies)).toEqual([])
    expect(matchKinds('!!!', vocabularies)).toEqual([])
  })

  test('every kind is found by its own name and by most of its words', () => {
    for (const { kind, words } of vocabularies) {
      expect(first(words[0] ?? '')).toBe(kind)
      const found = words.filter((word) => matchKinds(word, vocabularies).slice(0, 3).includes(kind))
      expect(found.length / words.length, `${kind}: ${words.filter((word) => !found.includes(word))}`).toBeGreaterThan(
        0.85,
      )
    }
  })
})
