import { describe, expect, it } from 'vitest'
import { defaultPolicy } from '#app/campaigns/calling-policy.ts'
import { planOf } from '#app/campaigns/plan.ts'

const untouched = {
  toDo: 2000,
  reached: 0,
  finished: 0,
  attempts: 0,
  minutesSpent: 0,
  hoursOffered: Array.from({ length: 35 }, () => 15),
  policy: defaultPolicy,
  zone: 'Europe/Amsterdam',
  today: '2026-11-23',
  startedOn: null,
}

describe('the plan of a call round', () => {
  it('expects some 527 hours for 2,000 homes before anybody has called', () => {
    const plan = planOf(untouched)
    expect(plan).toMatchObject({
      basedOn: 'comparable-campaigns',
      minutesPerReached: 20,
      reachedShare: 0.79,
      hoursOffered: 525,
    })
    expect(plan.hoursNeeded).toBeCloseTo(526.7, 1)
    expect(plan.hoursShort).toBeCloseTo(1.7, 1)
    // 31 calling days of 35 half hours, Christmas and New Year in between.
    expect(plan.finishOn).toBe('2027-01-06')
    // 24.1 and 37.6 calling days.
    expect(plan).toMatchObject({ pace: 'assumed', finishBetween: { first: '2026-12-28', last: '2027-01-15' } })
  })

  it('goes by its own figures from 30 reached on', () => {
    const plan = planOf({
      ...untouched,
      toDo: 1900,
      reached: 80,
      finished: 100,
      attempts: 200,
      minutesSpent: 1200,
      startedOn: '2026-11-20',
      today: '2026-11-23',
    })
    expect(plan).toMatchObject({
      basedOn: 'this-campaign',
      minutesPerReached: 15,
      attemptsPerReached: 2.5,
      reachedShare: 0.8,
    })
    expect(plan.hoursNeeded).toBeCloseTo(380, 5)
    // 50 a calling day: 38 days.
    expect(plan.finishOn).toBe('2027-01-15')
    // 30.4 and 47.5 calling days.
    expect(plan).toMatchObject({ pace: 'this-campaign', finishBetween: { first: '2027-01-06', last: '2027-01-29' } })
  })

  it('is finished today when nothing is left, and never when nobody calls', () => {
    expect(planOf({ ...untouched, toDo: 0 }).finishOn).toBe('2026-11-23')
    expect(planOf({ ...untouched, hoursOffered: [] })).toMatchObject({ finishOn: null, finishBetween: null })
    expect(planOf({ ...untouched, toDo: 1 }).finishBetween).toEqual({ first: '2026-11-23', last: '2026-11-23' })
  })
})
