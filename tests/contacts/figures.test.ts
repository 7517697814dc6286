import fc from 'fast-check'
import { expect, test } from 'vitest'
import { channels, contactEndings, contactStates } from '#app/contacts/contact.ts'
import { type Counted, countsIn, figureKeys, figuresOf, waitOf } from '#app/contacts/figures.ts'

const start = new Date('2026-11-26T20:00:00Z').getTime()
const at = (seconds: number) => new Date(start + seconds * 1000)
const now = at(3_600)

const call = (given: Partial<Counted> = {}): Counted => ({
  channel: 'phone',
  state: 'closed',
  outcome: 'solved',
  fellAway: null,
  arrivedAt: at(0),
  waitingSince: at(0),
  answeredAt: null,
  endedAt: null,
  dueAt: null,
  ...given,
})
const answered = (seconds: number, given: Partial<Counted> = {}) => call({ answeredAt: at(seconds), ...given })
const lost = (seconds: number, given: Partial<Counted> = {}) =>
  call({
    fellAway: 'abandoned',
    endedAt: at(seconds),
    state: 'call-back',
    outcome: null,
    dueAt: at(seconds + 120),
    ...given,
  })

test('in time is within thirty seconds, that one included', () => {
  const figures = figuresOf([answered(30), answered(30.001), answered(4)], now)
  expect(figures).toMatchObject({ calls: 3, answered: 3, 'answered-in-time': 2, ended: 3, longestWaitMs: 30_001 })
})

test('who hung up was missed, also when they are rung back, and whether or not their number was withheld', () => {
  const hidden = lost(40, { state: 'closed', outcome: 'no-number', dueAt: null })
  const rungBack = lost(40, { state: 'closed', outcome: 'solved', dueAt: null })
  expect(figuresOf([hidden, rungBack, lost(40)], now)).toMatchObject({ missed: 3, answered: 0, ended: 3, overdue: 1 })
})

test('who hangs up within five seconds waited for nobody: apart, and no part of the share', () => {
  const figures = figuresOf([lost(5), lost(5.001), answered(10)], now)
  expect(figures).toMatchObject({ calls: 3, 'hung-up-at-once': 1, missed: 1, ended: 2, longestWaitMs: 10_000 })
})

test('who rings again is one person, who waited since the first time', () => {
  const first = lost(60, { state: 'closed', outcome: 'rang-again', dueAt: null })
  const second = answered(80, { arrivedAt: at(70), waitingSince: at(0) })
  const figures = figuresOf([first, second], now)
  expect(figures).toMatchObject({ contacts: 1, calls: 1, answered: 1, missed: 0, longestWaitMs: 80_000 })
  expect(figures['answered-in-time']).toBe(0)
})

test('a call that was taken back into the queue keeps its wait', () => {
  expect(waitOf(answered(12, { waitingSince: at(500) }), now)).toBe(12_000)
})

test('a form and what was noted by hand are contacts and no calls', () => {
  const form = call({ channel: 'form', state: 'waiting', outcome: null })
  expect(figuresOf([form], now)).toMatchObject({ contacts: 1, calls: 0, waiting: 1, missed: 0, longestWaitMs: 0 })
})

test('who still waits counts with the wait until now, and not yet in the share', () => {
  const figures = figuresOf([call({ state: 'waiting', outcome: null })], now)
  expect(figures).toMatchObject({ waiting: 1, ended: 0, longestWaitMs: 3_600_000 })
})

test('each figure counts what it opens, and the share is of what it says', () => {
  const moment = fc.option(fc.integer({ min: 0, max: 7_200 }).map(at), { nil: null })
  const one = fc.record<Counted>({
    channel: fc.constantFrom(...channels),
    state: fc.constantFrom(...contactStates),
    outcome: fc.option(fc.constantFrom(...contactEndings), { nil: null }),
    fellAway: fc.constantFrom('abandoned', 'dropped', null),
    arrivedAt: fc.integer({ min: 0, max: 3_600 }).map(at),
    waitingSince: fc.integer({ min: 0, max: 3_600 }).map(at),
    answeredAt: moment,
    endedAt: moment,
    dueAt: moment,
  })
  fc.assert(
    fc.property(fc.array(one, { maxLength: 30 }), (contacts) => {
      const figures = figuresOf(contacts, now)
      for (const key of figureKeys)
        expect(figures[key]).toBe(contacts.filter((contact) => countsIn(contact, key, now)).length)
      expect(figures['answered-in-time']).toBeLessThanOrEqual(figures.answered)
      // No call is counted twice over: each was answered, missed, hung up at once, or is under way.
      expect(figures.answered + figures.missed + figures['hung-up-at-once']).toBeLessThanOrEqual(figures.calls)
      expect(figures.longestWaitMs).toBeGreaterThanOrEqual(0)
      const other = figuresOf(contacts.toReversed(), now)
      expect(other).toEqual(figures)
    }),
  )
})
