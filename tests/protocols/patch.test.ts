import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  at,
  effective,
  emptyPatch,
  type PartPlace,
  type Patch,
  patchOf,
  placesOf,
  proposalsOf,
} from '#app/protocols/patch.ts'
import { canonical } from '#app/triage/canonical.ts'
import { hashOf } from '#app/triage/hash-of.ts'
import type { Protocol } from '#app/triage/protocol.ts'
import { anyProtocol, type Draw, oneOf, withEnd, withQuestion } from '#tests/triage/random-protocols.ts'
import { end, leak, question } from '#tests/triage/small-protocol.ts'

type Three = { base: Protocol; own: Protocol; newer: Protocol; draw: Draw }
const drawn = fc.tuple(anyProtocol, anyProtocol)
const forAll = (holds: (three: Three) => void) =>
  fc.assert(
    fc.property(drawn, ([{ protocol: base, draw }, { protocol: other }]) => {
      const changed = () => (draw(4) === 0 ? other : edited(edited(base, draw), draw))
      holds({ base, own: changed(), newer: changed(), draw })
    }),
    { numRuns: 1_000, seed: 2_026 },
  )

/** As an editor changes one: a text, an edge, an end more or less, what raises, the words. */
function edited(protocol: Protocol, draw: Draw): Protocol {
  const ids = Object.keys(protocol.questions)
  const names = Object.keys(protocol.ends)
  const without = oneOf(draw, [...names, ''])
  return oneOf<() => Protocol>(draw, [
    () => ({ ...protocol, words: ['lek', oneOf(draw, ['plas', 'bui'])] }),
    () => ({ ...protocol, raises: oneOf(draw, [[], ['frost'], ['frail', 'child']]) }),
    () => ({ ...protocol, start: oneOf(draw, [...ids, ...names, 'constructor']) }),
    () =>
      ids.length === 0
        ? protocol
        : withQuestion(protocol, oneOf(draw, ids), { ask: oneOf(draw, ['Loopt het?', 'Drupt het?']) }),
    () => withQuestion(protocol, oneOf(draw, ['spare', '__proto__', 'constructor']), question()),
    () => withEnd(protocol, oneOf(draw, ['spare', '__proto__', 'constructor']), end({ rule: 90 + draw(9) })),
    () => ({ ...protocol, ends: Object.fromEntries(Object.entries(protocol.ends).filter(([id]) => id !== without)) }),
    () => ({ ...protocol, examples: {} }),
  ])()
}

/** Of a patch, what it changes at these places. */
function only({ words, start, raises, ...patch }: Patch, places: readonly PartPlace[]): Patch {
  const of = <Entry>(table: 'questions' | 'ends' | 'examples', entries: Record<string, Entry>) =>
    Object.fromEntries(Object.entries(entries).filter(([id]) => places.includes(`${table}.${id}`)))
  return {
    ...(words && places.includes('words') && { words }),
    ...(start !== undefined && places.includes('start') && { start }),
    ...(raises && places.includes('raises') && { raises }),
    questions: of('questions', patch.questions),
    ends: of('ends', patch.ends),
    examples: of('examples', patch.examples),
  }
}

/** As it is kept and comes back. */
const kept = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value))

test('the base with what is otherwise laid over it is the protocol', () => {
  forAll(({ base, own }) => {
    const patch = patchOf(base, own)
    expect(canonical(effective(base, patch))).toBe(canonical(own))
    expect(canonical(effective(kept(base), kept(patch)))).toBe(canonical(own))
    expect(placesOf(patch).every((place) => canonical(at(base, place)) !== canonical(at(own, place)))).toBe(true)
  })
})

test('nothing otherwise is an empty patch, and an empty patch changes nothing', () => {
  forAll(({ base }) => {
    expect(patchOf(base, kept(base))).toEqual(emptyPatch)
    expect(canonical(effective(base, emptyPatch))).toBe(canonical(base))
  })
})

test('only what was chosen changes', () => {
  forAll(({ base, own, draw }) => {
    const all = placesOf(patchOf(base, own))
    const chosen = all.filter(() => draw(2) === 0)
    const patch = only(patchOf(base, own), chosen)
    expect(placesOf(patch)).toEqual(chosen)
    const partly = effective(base, patch)
    for (const place of all)
      expect(canonical(at(partly, place))).toBe(canonical(at(chosen.includes(place) ? own : base, place)))
    expect(canonical(only(patchOf(base, own), all))).toBe(canonical(patchOf(base, own)))
  })
})

test('a newer base proposes what it has otherwise and the protocol has not, and nothing else', () => {
  forAll(({ base, own, newer }) => {
    const proposed = proposalsOf(own, { from: base, to: newer })
    const places = new Set(proposed.map(({ place }) => place))
    expect(places.size).toBe(proposed.length)
    for (const { place, isOwn } of proposed) {
      expect(canonical(at(newer, place))).not.toBe(canonical(at(own, place)))
      expect(canonical(at(newer, place))).not.toBe(canonical(at(base, place)))
      expect(isOwn).toBe(placesOf(patchOf(base, own)).includes(place))
    }
    for (const place of placesOf(patchOf(base, newer)))
      expect(places.has(place)).toBe(canonical(at(newer, place)) !== canonical(at(own, place)))
  })
})

test('taking over every proposal leaves nothing to propose, and what is own beside it stays', () => {
  forAll(({ base, own, newer }) => {
    const places = proposalsOf(own, { from: base, to: newer }).map(({ place }) => place)
    const taken = effective(own, only(patchOf(own, newer), places))
    expect(proposalsOf(taken, { from: base, to: newer })).toEqual([])
    const elsewhere = placesOf(patchOf(base, own)).filter((place) => !places.includes(place))
    for (const place of elsewhere) expect(canonical(at(taken, place))).toBe(canonical(at(own, place)))
  })
})

test('the same base again proposes nothing', () => {
  forAll(({ base, own }) => expect(proposalsOf(own, { from: base, to: kept(base) })).toEqual([]))
})

test.each<[PartPlace, unknown]>([
  ['start', 'runs'],
  ['ends.later', leak().ends.later],
  ['ends.constructor', undefined],
  ['questions.nowhere', undefined],
])('at %s stands what the protocol has there', (place, expected) => {
  expect(at(leak(), place)).toEqual(expected)
})

test('the order of names makes no difference to a hash, the order of a list does', () => {
  const backwards = (entries: object) => Object.fromEntries(Object.entries(entries).reverse())
  const turned = backwards({ ...leak(), ends: backwards(leak().ends) })
  expect(hashOf(turned)).toBe(hashOf(leak()))
  expect(hashOf(leak({ words: ['a', 'b'] }))).not.toBe(hashOf(leak({ words: ['b', 'a'] })))
})
