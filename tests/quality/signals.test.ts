import { expect, test } from 'vitest'
import type { Figures, Quality, QuestionFigures } from '#app/quality/figures.ts'
import { qualityAddress, readQualityFilter } from '#app/quality/filter.ts'
import { type Signal, signalsOf } from '#app/quality/signals.ts'
import { end, question } from '#tests/triage/small-protocol.ts'

const kind = 'water-leak' as const
const figures = (some: Partial<Figures> = {}): Figures => ({
  started: 0,
  judged: 0,
  danger: 0,
  urgent: 0,
  'working-day': 0,
  none: 0,
  raised: 0,
  lowered: 0,
  'not-urgent': 0,
  'rang-again': 0,
  open: 0,
  replaced: 0,
  slow: 0,
  corrected: 0,
  'read-back': 0,
  'read-back-corrected': 0,
  'with-safety': 0,
  'safety-unread': 0,
  half: null,
  most: null,
  ...some,
})
const nothing: Quality = {
  all: figures(),
  kinds: [],
  corporations: [],
  ends: [],
  questions: [],
  overrides: [],
  replaced: [],
}
const protocol = {
  questions: { wet: question({ ask: 'Is het nat?', dangerous: 'yes' }), stopped: question({ dangerous: 'no' }) },
  ends: { held: end({ rule: 4, because: 'het water staat stil' }) },
}
const signals = (some: Partial<Quality>) => signalsOf({ ...nothing, ...some }, () => protocol)
const ofEnd = (some: Partial<Figures>, overrides: Quality['overrides'] = []) =>
  signals({ ends: [{ ...figures(some), kind, end: 'held', rule: 4 }], overrides })
const ofKind = (some: Partial<Figures>, replaced: Quality['replaced'] = []) =>
  signals({ kinds: [{ ...figures(some), kind }], replaced })
const ofQuestion = (some: Partial<QuestionFigures>) =>
  signals({ questions: [{ kind, question: 'wet', yes: 0, no: 0, unknown: 0, corrected: 0, ...some }] })
const told = (found: Signal[]) => found.map(({ signal, count, of }) => `${signal} ${count}/${of}`)

test.each<[string, () => Signal[], string[]]>([
  ['six of twenty raised', () => ofEnd({ judged: 20, raised: 6 }), ['raised 6/20']],
  ['nine callers are too few, whatever was raised', () => ofEnd({ judged: 9, raised: 9 }), []],
  ['two are too few, whatever share they are', () => ofEnd({ judged: 10, raised: 2 }), []],
  ['three of twenty are enough', () => ofEnd({ judged: 20, raised: 3 }), ['raised 3/20']],
  ['three of twenty-one are not', () => ofEnd({ judged: 21, raised: 3 }), []],
  ['lowered', () => ofEnd({ judged: 12, lowered: 4 }), ['lowered 4/12']],
  [
    'two who could wait and rang again weigh more',
    () => ofEnd({ 'not-urgent': 60, 'rang-again': 2 }),
    ['rang-again 2/60'],
  ],
  ['one of them is one', () => ofEnd({ 'not-urgent': 20, 'rang-again': 1 }), []],
  ['safety lines that are not read', () => ofEnd({ 'with-safety': 10, 'safety-unread': 3 }), ['safety-unread 3/10']],
  ['runs without a verdict', () => ofKind({ started: 30, open: 3 }), ['open 3/30']],
  ['a kind that is often another', () => ofKind({ started: 20, replaced: 4 }), ['replaced 4/20']],
  ['slow', () => ofKind({ judged: 30, slow: 3 }), ['slow 3/30']],
  [
    'a summary that is not right',
    () => ofKind({ 'read-back': 10, 'read-back-corrected': 3 }),
    ['read-back-corrected 3/10'],
  ],
  ['a question that nobody can answer', () => ofQuestion({ no: 12, unknown: 4 }), ['does-not-know 4/16']],
  [
    'danger that comes from not knowing alone, and is told once',
    () => ofQuestion({ yes: 4, no: 20, unknown: 8 }),
    ['danger-unknown 8/12'],
  ],
  ['an answer that is changed later', () => ofQuestion({ yes: 15, corrected: 3 }), ['answered-anew 3/15']],
  ['nothing', () => signals({}), []],
])('%s', (_, found, expected) => {
  expect(told(found())).toEqual(expected)
})

test('a signal names the rule or the question, as the protocol says it now', () => {
  expect(ofEnd({ judged: 20, raised: 6 })[0]?.place).toEqual({
    in: 'end',
    id: 'held',
    rule: 4,
    text: 'het water staat stil',
  })
  expect(ofQuestion({ no: 12, unknown: 4 })[0]?.place).toEqual({ in: 'question', id: 'wet', text: 'Is het nat?' })
  const [gone] = signalsOf(
    { ...nothing, questions: [{ kind, question: 'constructor', yes: 0, no: 5, unknown: 9, corrected: 0 }] },
    () => protocol,
  )
  expect(gone).toMatchObject({ signal: 'does-not-know', place: { id: 'constructor', text: null } })
})

const made = (some: Partial<Quality['overrides'][number]>): Quality['overrides'][number] => ({
  kind,
  end: 'held',
  direction: 'up',
  class: 'urgent',
  hours: 2,
  reason: null,
  count: 1,
  ...some,
})

test('what most of them have in common is told: to what it was raised, why it was lowered, what it was after all', () => {
  const raised = ofEnd({ judged: 20, raised: 6 }, [
    made({ count: 4 }),
    made({ class: 'danger', hours: null, count: 2 }),
    made({ end: 'other', class: 'danger', count: 9 }),
    made({ direction: 'down', class: 'none', count: 9 }),
  ])
  expect(raised[0]?.mostly).toEqual({ what: 'verdict', class: 'urgent', hours: 2, count: 4 })
  const lowered = ofEnd({ judged: 20, lowered: 6 }, [
    made({ direction: 'down', class: 'working-day', reason: 'can-wait', count: 2 }),
    made({ direction: 'down', class: 'none', reason: 'can-wait', count: 2 }),
    made({ direction: 'down', class: 'none', reason: 'made-safe', count: 3 }),
  ])
  expect(lowered[0]?.mostly).toEqual({ what: 'reason', reason: 'can-wait', count: 4 })
  const replaced = ofKind({ started: 20, replaced: 5 }, [{ kind, to: 'roof-leak', count: 4 }])
  expect(replaced[0]?.mostly).toEqual({ what: 'kind', kind: 'roof-leak', count: 4 })
})

test('the gravest comes first, and of as grave what happens most', () => {
  const end = (id: string, some: Partial<Figures>) => ({ ...figures(some), kind, end: id, rule: 4 })
  const found = signals({
    ends: [
      end('some', { judged: 20, raised: 4 }),
      end('many', { judged: 20, raised: 12 }),
      end('again', { judged: 20, 'not-urgent': 20, 'rang-again': 2 }),
    ],
  })
  expect(found.map(({ signal, place }) => `${signal} ${place?.id}`)).toEqual([
    'rang-again again',
    'raised many',
    'raised some',
  ])
})

test('an address says what is counted, and what it cannot mean is left out', () => {
  const asked = (search: string) => readQualityFilter(new URLSearchParams(search))
  const plain = { days: 30, kind: null, corporationId: null, view: 'judged', end: null, question: null, page: 1 }
  expect(asked('')).toEqual(plain)
  expect(asked('days=7&kind=nonsense&corporation=-1&show=me&end=Drop+Table&question=__proto__&page=0')).toEqual(plain)
  const wanted = { ...plain, days: 90, kind, corporationId: 7, view: 'raised', end: 'held', page: 2 } as const
  expect(asked(qualityAddress('', wanted).slice(1))).toEqual(wanted)
  expect(qualityAddress('/desk/quality', { days: 30 })).toBe('/desk/quality')
})
