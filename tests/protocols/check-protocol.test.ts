import { expect, test } from 'vitest'
import { checkProtocol } from '#app/protocols/check-protocol.ts'
import type { Finding } from '#app/protocols/findings.ts'
import type { Protocol } from '#app/triage/protocol.ts'
import { end, leak, question } from '#tests/triage/small-protocol.ts'
import { textRules } from './text-rules.ts'

const findings = (changes: Partial<Protocol>): Finding[] => checkProtocol(leak(changes), textRules)
const { questions, ends } = leak()

test('a protocol of which everything is right can be published', () => {
  expect(findings({})).toEqual([])
})

test.each<[string, Partial<Protocol>, Partial<Finding>]>([
  [
    'a question to which nothing leads',
    { questions: { ...questions, spare: question({ yes: 'now', no: 'urgent' }) } },
    { what: 'unreachable', place: { in: 'question', id: 'spare' } },
  ],
  [
    'an end to which nothing leads',
    { ends: { ...ends, spare: end({ rule: 5 }) } },
    { what: 'unreachable', place: { in: 'end', id: 'spare' } },
  ],
  [
    'an end reached only by circumstances that this protocol does not know',
    { raises: [] },
    { what: 'unreachable', place: { in: 'end', id: 'sooner' } },
  ],
  [
    'an answer that leads nowhere',
    { questions: { ...questions, runs: question({ yes: 'near-power', no: 'nowhere' }) } },
    { what: 'dead-end', place: { in: 'question', id: 'runs' } },
  ],
  [
    'a question and an end with one name',
    { questions: { ...questions, urgent: question({ yes: 'now', no: 'later' }) } },
    { what: 'same-name', place: { in: 'question', id: 'urgent' } },
  ],
  ['a start that is not there', { start: 'constructor' }, { what: 'dead-end', place: { in: 'protocol' } }],
  [
    'a circle',
    { questions: { ...questions, 'near-power': question({ yes: 'runs', no: 'urgent' }) } },
    { what: 'loop' },
  ],
  [
    'an example that comes out otherwise',
    {
      examples: {
        drop: {
          title: 'Het stroomt.',
          answers: { runs: 'yes', 'near-power': 'unknown' },
          circumstances: [],
          end: 'urgent',
        },
      },
    },
    { what: 'failing-example' },
  ],
  [
    'an example that leaves a question open',
    { examples: { drop: { title: 'Het stroomt.', answers: { runs: 'yes' }, circumstances: [], end: 'urgent' } } },
    { what: 'unfinished-example' },
  ],
  ['no examples', { examples: {} }, { what: 'no-examples' }],
  [
    'an end without words',
    { ends: { ...ends, later: end({ rule: 4, say: '', raised: 'urgent' }) } },
    { what: 'no-words', place: { in: 'end', id: 'later' } },
  ],
  [
    'an end of which the words cannot be seen or heard',
    { ends: { ...ends, later: end({ rule: 4, say: '\u200b – …', raised: 'urgent' }) } },
    { what: 'no-words', place: { in: 'end', id: 'later' } },
  ],
  [
    'danger without anything to do now',
    { ends: { ...ends, now: end({ rule: 1, class: 'danger' }) } },
    { what: 'no-words', place: { in: 'end', id: 'now' } },
  ],
  ['urgent without hours', { ends: { ...ends, sooner: end({ rule: 3, class: 'urgent' }) } }, { what: 'no-hours' }],
  ['two ends with one rule', { ends: { ...ends, later: end({ rule: 2, raised: 'urgent' }) } }, { what: 'same-rule' }],
  [
    'a number typed in a text',
    { ends: { ...ends, later: end({ rule: 4, say: 'Bel 0800 9009.', raised: 'urgent' }) } },
    { what: 'typed-number' },
  ],
  [
    'a number that nobody knows',
    { ends: { ...ends, later: end({ rule: 4, say: 'Bel {plumber}.', raised: 'urgent' }) } },
    { what: 'unknown-value' },
  ],
  [
    'a circumstance that makes it less urgent',
    { ends: { ...ends, urgent: end({ rule: 2, class: 'urgent', hours: 4, raised: 'later' }) } },
    { what: 'raised-lower' },
  ],
  [
    'a danger that comes out less urgent',
    { questions: { ...questions, runs: question({ yes: 'near-power', no: 'now' }) } },
    { what: 'less-urgent', place: { in: 'question', id: 'runs' } },
  ],
])('%s', (_, changes, expected) => {
  expect(findings(changes)).toContainEqual(expect.objectContaining(expected))
})

test('the counterexample shows two callers who differ in one answer', () => {
  const [found] = findings({
    questions: { ...questions, 'near-power': question({ yes: 'later', no: 'urgent' }) },
    ends: { urgent: end({ rule: 2, class: 'urgent', hours: 4 }), later: end({ rule: 4 }) },
    raises: [],
  }).filter(({ what }) => what === 'less-urgent')
  expect(found).toMatchObject({
    counterexample: {
      question: 'near-power',
      safer: { answers: { runs: 'yes', 'near-power': 'no' }, end: 'urgent' },
      worse: { answers: { runs: 'yes', 'near-power': 'yes' }, end: 'later' },
    },
  })
})

test('what is right without circumstances can be wrong with them', () => {
  const found = findings({
    questions: { runs: question({ yes: 'urgent', no: 'day' }) },
    ends: {
      urgent: end({ rule: 1, class: 'urgent', hours: 4 }),
      day: end({ rule: 2, class: 'urgent', hours: 24, raised: 'sooner' }),
      sooner: end({ rule: 3, class: 'urgent', hours: 2 }),
    },
    examples: { runs: { title: 'Het stroomt.', answers: { runs: 'yes' }, circumstances: [], end: 'urgent' } },
  })
  expect(found).toMatchObject([{ what: 'less-urgent', counterexample: { circumstances: ['frail'] } }])
})
