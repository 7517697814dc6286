import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { baseProtocolOf } from '#app/triage/base-protocols.ts'
import { type TriageKind, triageKinds } from '#app/triage/kinds.ts'
import type { End, Protocol, Question } from '#app/triage/protocol.ts'

const protocols = triageKinds.map((kind): [TriageKind, Protocol] => [kind, baseProtocolOf(kind)])
const folder = join(import.meta.dirname, '../../app/triage/base')
const mostWords = 20

/** All that an operator or a caller hears or reads, with its place. */
const textsOf = ({ questions, ends, examples }: Protocol): [string, string][] => [
  ...Object.entries(questions).flatMap(([id, question]) => questionTexts(id, question)),
  ...Object.entries(ends).flatMap(([id, end]) => endTexts(id, end)),
  ...Object.entries(examples).map(([id, { title }]): [string, string] => [`${id}.title`, title]),
]
const questionTexts = (id: string, { ask, why }: Question): [string, string][] => [
  [`${id}.ask`, ask],
  [`${id}.why`, why],
]
const endTexts = (id: string, { because, say, safety, worse }: End): [string, string][] => [
  [`${id}.because`, because],
  [`${id}.say`, say],
  ...safety.map((text, index): [string, string] => [`${id}.safety.${index + 1}`, text]),
  [`${id}.worse`, worse],
]

const sentencesOf = (text: string) => text.split(/(?<=[.?!])\s+/)
const wordsOf = (sentence: string) => sentence.split(/\s+/).filter((word) => /[\p{L}\d]/u.test(word))
/** "P1", "bijv.", "i.p.v.", "evt.", "m.b.t.", "min."; not what ends a sentence, nor "CO". */
const abbreviation =
  /\b[A-Z]\d\b|\b(?:\p{L}\.){2,}|\b(?:bijv|evt|incl|excl|nr|tel|ca|min|max|resp|dhr|mevr|mw|z\.s\.m)\./u
const english =
  /\b(?:the|and|you|your|please|call|with|not|if|when|inside|outside|leak|urgent|emergency|ok|okay|check|team|monitor|update)\b/iu

test('there is one for each kind, and no file besides', () => {
  const names = readdirSync(folder).map((file) => file.replace(/\.json$/, ''))
  expect(protocols.map(([kind]) => kind).sort()).toEqual(names.sort())
})

test.each(protocols)('%s says which kind it is', (kind, protocol) => {
  expect(protocol.kind).toBe(kind)
})

test.each(protocols)('each end of %s is reached by an example', (_, { ends, examples }) => {
  const reached = new Set(Object.values(examples).map(({ end }) => end))
  expect(Object.keys(ends).filter((id) => !reached.has(id))).toEqual([])
})

test.each(protocols)('%s is said in short sentences of plain Dutch', (_, protocol) => {
  const wrong = textsOf(protocol).flatMap(([place, text]) => {
    const withoutKeys = text.replaceAll(/\{[\w-]+\}/g, 'nummer')
    return [
      ...sentencesOf(withoutKeys)
        .filter((sentence) => wordsOf(sentence).length > mostWords)
        .map((sentence) => `${place}: long: ${sentence}`),
      ...(/\d/.test(withoutKeys) && !place.endsWith('.title') ? [`${place}: number: ${text}`] : []),
      ...(abbreviation.test(withoutKeys) ? [`${place}: abbreviation: ${text}`] : []),
      ...(english.test(withoutKeys) ? [`${place}: English: ${text}`] : []),
      ...(/!|\s{2}| jij | je | jou/i.test(withoutKeys) ? [`${place}: tone: ${text}`] : []),
    ]
  })
  expect(wrong).toEqual([])
})

test.each(protocols)('what %s says is a whole sentence, and its reason goes on behind "want"', (_, protocol) => {
  const wrong = textsOf(protocol).filter(([place, text]) =>
    place.endsWith('.because')
      ? /^(?:want|omdat)\b|^\p{Lu}|[.?!]$/u.test(text)
      : text !== '' && !/^\p{Lu}.*[.?]$/u.test(text),
  )
  expect(wrong).toEqual([])
})

test.each(protocols)('%s is known by the words of tenants', (_, { words }) => {
  expect(words.length).toBeGreaterThanOrEqual(10)
  expect(new Set(words.map((word) => word.toLowerCase())).size).toBe(words.length)
})

test.each(protocols)('%s tells who is not helped at once who rings, and when', (_, { ends }) => {
  const silent = Object.entries(ends).filter(
    ([, end]) => end.class === 'working-day' && !end.say.includes('{first-call}'),
  )
  expect(silent).toEqual([])
})

test.each(protocols)('a circumstance is asked for %s only where it changes something', (_, { ends, raises }) => {
  const canRaise = Object.values(ends).some(({ raised }) => raised !== null)
  expect(raises.length > 0).toBe(canRaise)
})

test.each(protocols)('whoever is worse off hears words of their own in %s', (_, { questions, ends }) => {
  const reached = new Set(Object.values(questions).flatMap(({ yes, no }) => [yes, no]))
  const shared = Object.entries(ends).filter(([, { raised }]) => raised !== null && reached.has(raised))
  const waits = ({ class: verdictClass, hours }: End) => verdictClass !== 'danger' && (hours === null || hours > 2)
  const kept = Object.entries(ends).filter(([id, end]) => reached.has(id) && waits(end) && end.raised === null)
  const said = Object.values(ends).map(({ say }) => say)
  expect({ shared, kept }).toEqual({ shared: [], kept: [] })
  expect(new Set(said).size).toBe(said.length)
})
