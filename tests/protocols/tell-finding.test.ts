import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkProtocol } from '#app/protocols/check-protocol.ts'
import { findingWords } from '#app/protocols/finding-words.ts'
import type { Finding, FindingKind } from '#app/protocols/findings.ts'
import { tellFinding } from '#app/protocols/tell-finding.ts'
import { textRules as realRules } from '#app/protocols/text-rules.ts'
import type { Protocol } from '#app/triage/protocol.ts'
import { languages } from '#app/ui/language.tsx'
import { anyProtocol } from '#tests/triage/random-protocols.ts'
import { end, leak, question } from '#tests/triage/small-protocol.ts'
import { seeders } from './seeders.ts'
import { textRules } from './text-rules.ts'

const kinds = Object.keys(findingWords.nl.sentences) as FindingKind[]

test('each kind of finding that has words is put into protocols and found there', () => {
  expect(Object.keys(seeders).sort()).toEqual([...kinds].sort())
})

test('every finding about every protocol is told in whole sentences, in both languages', () => {
  const holds = fc.property(anyProtocol, ({ protocol }) => {
    for (const finding of checkProtocol(protocol, textRules))
      for (const language of languages) {
        const { place, says, callers, circumstances } = tellFinding(finding, protocol, language)
        const told = [place, says, ...callers.map(({ comesTo }) => comesTo), circumstances ?? ''].join('\n')
        expect(told).not.toMatch(/undefined|null|NaN|\[object/)
        expect(says).toMatch(/^[\p{Lu}“].*[.]$/u)
        expect(callers.length).toBe(finding.what === 'less-urgent' ? 2 : 0)
      }
  })
  fc.assert(holds, { numRuns: 1_000, seed: 2_026 })
})

const { questions, ends } = leak()
const told = (changes: Partial<Protocol>, what: FindingKind, language: 'nl' | 'en' = 'nl') => {
  const protocol = leak(changes)
  const found = checkProtocol(protocol, textRules).find((finding) => finding.what === what) as Finding
  return tellFinding(found, protocol, language)
}

test('two callers show who would be helped later, with what they are asked in the order in which it is', () => {
  const changes = {
    questions: {
      'near-power': question({ ask: 'Komt het bij de stroom?', yes: 'later', no: 'urgent' }),
      runs: question({ ask: 'Loopt het nog?', yes: 'near-power', no: 'later' }),
    },
  }
  expect(told(changes, 'less-urgent')).toEqual({
    place: 'Vraag “Komt het bij de stroom?”',
    says: 'Wie hier “ja” zegt of het niet weet, wordt later geholpen dan wie “nee” zegt. Kies andere regels, of het andere gevaarlijke antwoord.',
    callers: [
      {
        who: 'Een beller',
        answers: [
          { ask: 'Loopt het nog?', answer: 'ja', isTurned: false },
          { ask: 'Komt het bij de stroom?', answer: 'nee', isTurned: true },
        ],
        comesTo: 'Komt uit op regel 2, spoed, binnen 4 uur',
      },
      {
        who: 'Een beller die in meer gevaar is',
        answers: [
          { ask: 'Loopt het nog?', answer: 'ja', isTurned: false },
          { ask: 'Komt het bij de stroom?', answer: 'ja', isTurned: true },
        ],
        comesTo: 'Komt uit op regel 4, geen spoed',
      },
    ],
    circumstances: null,
  })
})

test('what is wrong only with a circumstance says which', () => {
  const changes = {
    questions: { runs: question({ yes: 'urgent', no: 'day' }) },
    ends: {
      urgent: end({ rule: 1, class: 'urgent', hours: 4 }),
      day: end({ rule: 2, class: 'urgent', hours: 24, raised: 'sooner' }),
      sooner: end({ rule: 3, class: 'urgent', hours: 2 }),
    },
  }
  expect(told(changes, 'less-urgent', 'en').circumstances).toBe(
    'One of these holds for both: old, ill or not steady on their feet.',
  )
})

test.each<[FindingKind, Partial<Protocol>, string, string]>([
  [
    'dead-end',
    { questions: { ...questions, runs: question({ yes: 'near-power', no: 'nergens' }) } },
    'Vraag “Loopt het water nog?”',
    'Na “nee” komt “nergens”, en dat is er niet. Kies wat er dan komt.',
  ],
  [
    'same-rule',
    { ends: { ...ends, later: end({ rule: 2, raised: 'urgent' }) } },
    'Regel 2, geen spoed',
    'Dit nummer heeft ook: regel 2, spoed, binnen 4 uur. Geef een van de twee een ander nummer.',
  ],
  [
    'failing-example',
    { examples: { dry: { title: 'Het is droog.', answers: { runs: 'no' }, circumstances: ['frail'], end: 'later' } } },
    'Voorbeeld “Het is droog.”',
    'Dit komt uit op regel 2, spoed, binnen 4 uur. Verwacht was regel 4, geen spoed. Verander het protocol of het voorbeeld.',
  ],
  ['no-words', { words: [] }, 'Het protocol', 'Hier staat nog niet: hoe bellers het noemen. Vul het in.'],
])('%s says what is wrong in words that people know', (what, changes, place, says) => {
  expect(told(changes, what)).toMatchObject({ place, says })
})

test.each([
  ['Bel {emergency}.', []],
  ['Bel { emergency }.', [' emergency ']],
  ['Bel {Emergency}.', ['Emergency']],
  ['Bel {emergency.', ['{']],
  ['Bel emergency}.', ['}']],
])('of “%s” a caller hears no brace', (say, keys) => {
  const found = checkProtocol(leak({ ends: { ...ends, later: end({ rule: 4, say, raised: 'urgent' }) } }), realRules)
  expect(found).toEqual(keys.map((key) => ({ place: { in: 'end', id: 'later' }, what: 'unknown-value', key })))
})

test('a number that is not filled in is said otherwise than a name that means nothing', () => {
  const place = { in: 'end', id: 'later' } as const
  const told = (key: string) => tellFinding({ place, what: 'unknown-value', key }, leak(), 'nl').says
  expect(told('heat-supplier')).toContain('nog niet ingevuld')
  expect(told('heat-suplier')).toContain('is geen waarde')
})
