import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type TargetNow, targetAfter } from '#app/calls/target-after.ts'
import { isCallingTime } from '#app/campaigns/calling-hours.ts'
import { defaultPolicy } from '#app/campaigns/calling-policy.ts'
import { finalStates, isFinal, targetStates } from '#app/campaigns/target.ts'
import { type Outcome, outcomeCodes, outcomes } from '#app/conversations/outcomes.ts'
import { dateIn, instantAt } from '#app/time/clock.ts'
import { publicHolidayOn } from '#app/time/holidays.ts'
import { aMoment, aPolicy, zone } from '../campaigns/arbitraries.ts'

const me = 'caller-1'
const at = (date: string, time: string) => instantAt(zone, date, time)
/** A Monday morning. */
const now = at('2026-11-23', '10:00')
const rules = { policy: defaultPolicy, zone, now }
const again = at('2026-11-24', '15:30')

const open: TargetNow = {
  state: 'open',
  attemptCount: 0,
  assignedTo: me,
  nextAt: null,
  appointmentWith: null,
  finishedAt: null,
  withdrawnReason: null,
}
const tried = { callerId: me, againAt: again, againWith: me, numbersLeft: 1 }
const short = ({
  state,
  attemptCount,
  nextAt,
  assignedTo,
  appointmentWith,
  finishedAt,
  withdrawnReason,
}: TargetNow) => [
  state,
  attemptCount,
  nextAt ? `${dateIn(zone, nextAt)} ${nextAt.toLocaleTimeString('nl', { timeZone: zone, timeStyle: 'short' })}` : null,
  assignedTo ? 'mine' : 'pool',
  appointmentWith ? 'with me' : 'anyone',
  finishedAt !== null,
  withdrawnReason,
]

describe('a target after an outcome', () => {
  const afterwards: Record<Outcome, unknown[]> = {
    spoken: ['reached', 2, null, 'mine', 'anyone', true, null],
    'no-answer': ['retry', 2, '2026-11-23 14:00', 'mine', 'anyone', false, null],
    voicemail: ['retry', 2, '2026-11-23 14:00', 'mine', 'anyone', false, null],
    busy: ['retry', 2, '2026-11-23 10:30', 'mine', 'anyone', false, null],
    'spoke-to-other': ['appointment', 2, '2026-11-24 15:30', 'mine', 'with me', false, null],
    'call-back-later': ['appointment', 1, '2026-11-24 15:30', 'mine', 'with me', false, null],
    'wrong-number': ['retry', 1, '2026-11-23 10:00', 'mine', 'anyone', false, null],
    'out-of-service': ['retry', 1, '2026-11-23 10:00', 'mine', 'anyone', false, null],
    declined: ['declined', 2, null, 'mine', 'anyone', true, null],
    'language-barrier': ['retry', 2, '2026-11-23 14:00', 'pool', 'anyone', false, null],
    moved: ['withdrawn', 2, null, 'mine', 'anyone', true, 'moved'],
    deceased: ['withdrawn', 2, null, 'mine', 'anyone', true, 'deceased'],
    skipped: ['retry', 1, '2026-11-24 15:30', 'pool', 'anyone', false, null],
  }
  const unfinished: TargetNow[] = [
    { ...open, attemptCount: 1 },
    { ...open, attemptCount: 1, state: 'retry', nextAt: at('2026-11-23', '09:30') },
    { ...open, attemptCount: 1, state: 'appointment', nextAt: at('2026-11-23', '09:45'), appointmentWith: me },
  ]
  const cases = unfinished.flatMap((target) => outcomeCodes.map((outcome) => [target.state, outcome, target] as const))

  it.each(cases)('%s and then %s', (state, outcome, target) => {
    const expected = [...afterwards[outcome]]
    // A promise stays a promise when it is passed on.
    if (state === 'appointment' && outcome === 'skipped') expected[0] = 'appointment'
    expect(short(targetAfter(target, { ...tried, outcome }, rules))).toEqual(expected)
  })

  const closed = finalStates.flatMap((state) => outcomeCodes.map((outcome) => [state, outcome] as const))
  it.each(closed)('%s stays so whatever comes: %s', (state, outcome) => {
    const target = { ...open, state, finishedAt: again }
    expect(targetAfter(target, { ...tried, outcome }, rules)).toEqual(target)
  })

  it.each(['no-answer', 'voicemail', 'busy', 'spoke-to-other', 'language-barrier'] as const)(
    'the third %s makes it unreachable',
    (outcome) => {
      expect(short(targetAfter({ ...open, attemptCount: 2 }, { ...tried, outcome }, rules)).slice(0, 3)).toEqual([
        'unreachable',
        3,
        null,
      ])
    },
  )

  it('without any number left a wrong number makes it unreachable, and uses up no try', () => {
    const after = targetAfter(open, { ...tried, outcome: 'wrong-number', numbersLeft: 0 }, rules)
    expect([after.state, after.attemptCount, after.finishedAt]).toEqual(['unreachable', 0, now])
  })

  it('after a wrong number it goes to the caller who is at it, from the pool as well', () => {
    expect(targetAfter({ ...open, assignedTo: null }, { ...tried, outcome: 'wrong-number' }, rules).assignedTo).toBe(me)
  })

  it('a call back promised for a holiday or an evening moves to the next calling moment', () => {
    const evening = targetAfter(
      open,
      { ...tried, outcome: 'call-back-later', againAt: at('2026-12-24', '19:30') },
      rules,
    )
    expect(evening.nextAt).toEqual(at('2026-12-28', '09:00'))
  })

  it('tells of each outcome whether it uses up a try', () => {
    const free = outcomeCodes.filter((code) => !outcomes[code].usesAttempt)
    expect(free).toEqual(['call-back-later', 'wrong-number', 'out-of-service', 'skipped'])
  })
})

describe('through any number of outcomes', () => {
  const aTry = fc.record({
    outcome: fc.constantFrom(...outcomeCodes),
    callerId: fc.constantFrom('caller-1', 'caller-2'),
    againAt: fc.option(aMoment),
    againWith: fc.constantFrom('caller-1', null),
    numbersLeft: fc.integer({ min: 0, max: 2 }),
  })

  it('tries stay within the policy, final is final, and every next time is calling time', () => {
    fc.assert(
      fc.property(aPolicy, aMoment, fc.array(aTry, { maxLength: 12 }), (policy, start, tries) => {
        let target = open
        let moment = start
        for (const tried of tries) {
          const before = target
          target = targetAfter(target, tried, { policy, zone, now: moment })
          expect(target.attemptCount).toBeLessThanOrEqual(policy.maxAttempts)
          expect(targetStates).toContain(target.state)
          if (isFinal(before.state)) expect(target).toEqual(before)
          expect(isFinal(target.state)).toBe(target.finishedAt !== null)
          expect(target.withdrawnReason !== null).toBe(target.state === 'withdrawn')
          expect(target.nextAt !== null).toBe(target.state === 'retry' || target.state === 'appointment')
          if (tried.outcome === 'skipped' && !isFinal(target.state)) expect(target.assignedTo).toBeNull()
          if (target.nextAt && !isFinal(before.state)) {
            expect(target.nextAt.getTime()).toBeGreaterThanOrEqual(moment.getTime())
            expect(isCallingTime(policy, zone, target.nextAt)).toBe(true)
            if (!policy.onPublicHolidays) expect(publicHolidayOn(dateIn(zone, target.nextAt))).toBeNull()
            moment = target.nextAt
          }
        }
      }),
    )
  })
})
