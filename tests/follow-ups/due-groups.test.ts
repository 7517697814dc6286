import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dueGroupOf, groupByDue, isLate, sundayOf } from '#app/follow-ups/due-groups.ts'
import { addDays, dateIn } from '#app/time/clock.ts'

// 2026-11-18 is a Wednesday.
const wednesday = '2026-11-18'

describe('the group of a due date', () => {
  test.each([
    ['2026-11-17', 'late'],
    ['2025-01-01', 'late'],
    ['2026-11-18', 'today'],
    ['2026-11-19', 'this-week'],
    ['2026-11-22', 'this-week'],
    ['2026-11-23', 'later'],
    ['2027-01-04', 'later'],
  ])('%s seen on Wednesday 18 November is %s', (dueOn, group) => expect(dueGroupOf(dueOn, wednesday)).toBe(group))

  test('on a Sunday nothing more is due this week', () => {
    expect(dueGroupOf('2026-11-23', '2026-11-22')).toBe('later')
    expect(dueGroupOf('2026-11-22', '2026-11-22')).toBe('today')
  })

  test('a promise becomes late at midnight in Amsterdam, not in Greenwich', () => {
    const halfPastElevenUtc = new Date('2026-06-30T22:30:00Z')
    expect(isLate('2026-06-30', dateIn('Europe/Amsterdam', halfPastElevenUtc))).toBe(true)
    expect(isLate('2026-06-30', dateIn('UTC', halfPastElevenUtc))).toBe(false)
  })
})

test('groups come in order, hold every row once and leave no empty group', () => {
  const dates = fc.array(fc.integer({ min: -400, max: 400 }).map((days) => ({ dueOn: addDays(wednesday, days) })))
  fc.assert(
    fc.property(dates, (rows) => {
      const groups = groupByDue(rows, wednesday)
      expect(groups.flatMap((group) => group.rows)).toHaveLength(rows.length)
      expect(groups.every((group) => group.rows.length > 0)).toBe(true)
    }),
  )
})

test('the last day of a week is its Sunday', () => {
  expect(sundayOf('2026-11-16')).toBe('2026-11-22')
  expect(sundayOf('2026-11-22')).toBe('2026-11-22')
})
