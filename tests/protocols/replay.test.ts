import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isReplayed, type JudgedRun, nothingReplayed, replay } from '#app/protocols/replay.ts'
import { circumstances } from '#app/triage/circumstances.ts'
import { nextQuestion, verdictOf } from '#app/triage/engine.ts'
import type { Answers, Protocol } from '#app/triage/protocol.ts'
import { anyProtocol, type Draw, randomSheet, someOf } from '#tests/triage/random-protocols.ts'
import { end, leak, question } from '#tests/triage/small-protocol.ts'
import { compare } from './naive-monotone.ts'

const keptRun = (id: string, protocol: Protocol, sheet: Pick<JudgedRun, 'answers' | 'circumstances'>): JudgedRun[] => {
  const verdict = verdictOf(protocol, sheet)
  return verdict ? [{ id, ...sheet, verdict }] : []
}
const leakRuns = (all: Record<string, Answers>, held: JudgedRun['circumstances'] = []) =>
  Object.entries(all).flatMap(([id, answers]) => keptRun(id, leak(), { answers, circumstances: held }))

const { questions, ends } = leak()
const dry = { dry: { runs: 'no' } } as const
const wet = { wet: { runs: 'yes', 'near-power': 'unknown' } } as const
const stops = { stops: { runs: 'yes', 'near-power': 'no' } } as const

test('the same protocol says the same of everybody', () => {
  const runs = leakRuns({ ...dry, ...wet, ...stops }, ['frail'])
  expect(replay(runs, leak())).toEqual({ ...nothingReplayed(), counts: { ...nothingReplayed().counts, same: 3 } })
})

test.each<[string, Partial<Protocol>, object]>([
  [
    'sooner',
    { ends: { ...ends, urgent: end({ rule: 2, class: 'urgent', hours: 2, raised: 'sooner' }) } },
    { run: 'stops', what: 'more-urgent', was: { hours: 4 }, now: { hours: 2 } },
  ],
  [
    'later',
    { ends: { ...ends, urgent: end({ rule: 2, raised: 'sooner' }) } },
    { run: 'stops', what: 'less-urgent', was: { class: 'urgent' }, now: { class: 'working-day' } },
  ],
  [
    'by another end that is as urgent',
    {
      ends: { ...ends, same: end({ rule: 5, class: 'urgent', hours: 4 }) },
      questions: { ...questions, 'near-power': question({ yes: 'now', no: 'same' }) },
    },
    { run: 'stops', what: 'other-words', now: { end: 'same' } },
  ],
  [
    'in danger, with somebody sent within other hours',
    { ends: { ...ends, now: end({ rule: 1, class: 'danger', hours: 1, safety: ['Raak niets aan.'] }) } },
    { run: 'wet', what: 'other-words', was: { hours: 2 }, now: { hours: 1 } },
  ],
  [
    'by a question that was not asked then',
    {
      questions: {
        ...questions,
        'near-power': question({ yes: 'now', no: 'through-ceiling' }),
        'through-ceiling': question({ yes: 'sooner', no: 'urgent' }),
      },
    },
    { run: 'stops', what: 'not-asked-then', question: 'through-ceiling', was: { end: 'urgent' } },
  ],
  [
    'nowhere',
    { questions: { ...questions, runs: question({ yes: 'near-power', no: 'gone' }) } },
    { run: 'dry', what: 'leads-nowhere', to: 'gone' },
  ],
])('one caller comes out %s, the others as before', (_, changes, expected) => {
  const { counts, differences } = replay(leakRuns({ ...dry, ...wet, ...stops }), leak(changes))
  expect(differences).toMatchObject([expected])
  expect(counts).toMatchObject({ same: 2, [(expected as { what: string }).what]: 1 })
})

test('a text or the number of a rule that changes is no difference for a caller of then', () => {
  const changes = { ends: { ...ends, later: { ...ends.later, ...end({ rule: 9, say: 'Anders.', raised: 'urgent' }) } } }
  expect(replay(leakRuns(dry), leak(changes)).differences).toEqual([])
})

test('what no longer counts as a circumstance is a difference', () => {
  const { differences } = replay(leakRuns(dry, ['frail']), leak({ raises: ['child'] }))
  expect(differences).toMatchObject([{ what: 'less-urgent', was: { raisedFrom: 'later' }, now: { raisedFrom: null } }])
})

type Drawn = { before: Protocol; candidate: Protocol; runs: JudgedRun[] }
const someRuns = (draw: Draw, protocol: Protocol) =>
  Array.from({ length: 5 }, (_, index) =>
    keptRun(`run-${index}`, protocol, {
      answers: randomSheet(draw, protocol),
      circumstances: someOf(draw, circumstances),
    }),
  ).flat()
const forAll = (holds: (drawn: Drawn) => void) =>
  fc.assert(
    fc.property(anyProtocol, anyProtocol, ({ protocol: before, draw }, { protocol: candidate }) =>
      holds({ before, candidate, runs: someRuns(draw, before) }),
    ),
    { numRuns: 2_000, seed: 2_026 },
  )

test('every run is counted once, and each difference is what the candidate says', () => {
  forAll(({ candidate, runs }) => {
    const { counts, differences } = replay(runs, candidate)
    expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(runs.length)
    expect(differences.length).toBe(runs.length - counts.same)
    for (const difference of differences) {
      const { answers, circumstances: held, verdict } = runs.find(({ id }) => id === difference.run) as JudgedRun
      expect(difference.was).toBe(verdict)
      const now = verdictOf(candidate, { answers, circumstances: held })
      if ('now' in difference) expect(difference.now).toEqual(now)
      if ('now' in difference)
        expect(Math.sign(compare(difference.now, verdict))).toBe(
          { 'more-urgent': -1, 'less-urgent': 1, 'other-words': 0 }[difference.what],
        )
      else expect(now).toBe(null)
      expect(nextQuestion(candidate, answers)).toBe(difference.what === 'not-asked-then' ? difference.question : null)
    }
  })
})

test('batch after batch comes out as all at once', () => {
  forAll(({ candidate, runs }) => {
    const batches = [runs.slice(0, 2), runs.slice(2, 3), [], runs.slice(3)]
    const inBatches = batches.reduce((soFar, batch) => replay(batch, candidate, soFar), nothingReplayed())
    expect(inBatches).toEqual(replay(runs, candidate))
  })
})

test('a run is replayed on its own version, as it comes back from where it is kept', () => {
  forAll(({ before, runs }) => {
    for (const run of runs) {
      const backwards = Object.fromEntries(Object.entries(run.verdict).reverse()) as JudgedRun['verdict']
      expect(isReplayed(JSON.parse(JSON.stringify({ ...run, verdict: backwards })), before)).toBe(true)
    }
  })
})

test.each<[string, Partial<JudgedRun['verdict']>]>([
  ['end', { end: 'urgent' }],
  ['rule', { rule: 7 }],
  ['hours', { hours: 3 }],
  ['reason for raising', { raisedBy: ['child'] }],
  ['steps', { steps: [] }],
])('a kept verdict with another %s is not what the protocol said', (_, changes) => {
  const [run] = leakRuns(wet, ['frail']) as [JudgedRun]
  expect(isReplayed(run, leak())).toBe(true)
  expect(isReplayed({ ...run, verdict: { ...run.verdict, ...changes } }, leak())).toBe(false)
})
