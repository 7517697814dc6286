import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nextAttemptAfterBusyAt, nextAttemptAt } from '#app/calls/retry-policy.ts'
import { isCallingTime, nextCallingMoment } from '#app/campaigns/calling-hours.ts'
import { defaultPolicy, type Policy, policySchema } from '#app/campaigns/calling-policy.ts'
import { dayPartOf } from '#app/campaigns/day-part.ts'
import { dateIn, instantAt } from '#app/time/clock.ts'
import { publicHolidayOn } from '#app/time/holidays.ts'
import { aMoment, aPolicy, zone } from './arbitraries.ts'

const at = (date: string, time: string) => instantAt(zone, date, time)
const allWeek = (from: string, to: string): Policy => ({
  ...defaultPolicy,
  windows: Object.fromEntries(['1', '2', '3', '4', '5', '6', '7'].map((day) => [day, [{ from, to }]])),
})

describe('calling hours', () => {
  it.each([
    ['2026-11-23', '09:00', true, 'the first minute of a Monday'],
    ['2026-11-23', '08:59', false, 'a minute too early'],
    ['2026-11-23', '16:59', true, 'the last minute'],
    ['2026-11-23', '17:00', false, 'closing time'],
    ['2026-11-22', '10:00', false, 'a Sunday'],
    ['2026-12-25', '10:00', false, 'Christmas on a Friday'],
    ['2027-04-27', '10:00', false, "King's Day"],
    ['2026-05-05', '10:00', true, 'Liberation Day in an ordinary year'],
    ['2025-05-05', '10:00', false, 'Liberation Day once in five years'],
  ])('on %s at %s calling is %s: %s', (date, time, expected) => {
    expect(isCallingTime(defaultPolicy, zone, at(date, time))).toBe(expected)
  })

  it.each([
    ['2026-11-23', '10:00', '2026-11-23', '10:00'],
    ['2026-11-20', '17:00', '2026-11-23', '09:00'],
    ['2026-12-24', '18:00', '2026-12-28', '09:00'],
    ['2027-03-26', '17:30', '2027-03-30', '09:00'],
    ['2026-04-03', '18:00', '2026-04-07', '09:00'],
  ])('after %s %s the next moment is %s %s', (date, time, nextDate, nextTime) => {
    expect(nextCallingMoment(defaultPolicy, zone, at(date, time))).toEqual(at(nextDate, nextTime))
  })

  it('keeps to the wall clock when the clock goes forward and when it goes back', () => {
    const early = allWeek('02:30', '04:00')
    expect(nextCallingMoment({ ...early, onPublicHolidays: true }, zone, at('2027-03-28', '00:00')).toISOString()).toBe(
      '2027-03-28T01:30:00.000Z',
    )
    expect(nextCallingMoment(early, zone, at('2027-10-31', '00:00')).toISOString()).toBe('2027-10-31T00:30:00.000Z')
    expect(isCallingTime(early, zone, new Date('2027-10-31T02:59:00Z'))).toBe(true)
    expect(isCallingTime(early, zone, new Date('2027-10-31T03:00:00Z'))).toBe(false)
    const office = allWeek('09:00', '17:00')
    expect(nextCallingMoment(office, zone, at('2027-10-31', '00:00')).toISOString()).toBe('2027-10-31T08:00:00.000Z')
  })

  it('always finds a moment that is calling time, and the first one', () => {
    fc.assert(
      fc.property(aPolicy, aMoment, (policy, from) => {
        const next = nextCallingMoment(policy, zone, from)
        expect(next.getTime()).toBeGreaterThanOrEqual(from.getTime())
        expect(isCallingTime(policy, zone, next)).toBe(true)
        if (!policy.onPublicHolidays) expect(publicHolidayOn(dateIn(zone, next))).toBeNull()
        expect(isCallingTime(policy, zone, from)).toBe(next.getTime() === from.getTime())
        if (next > from) expect(isCallingTime(policy, zone, new Date(next.getTime() - 1))).toBe(false)
      }),
    )
  })

  it('begins with the first moment in the night that the clock skips an hour, also of hours that overlap then', () => {
    const windows = {
      7: [
        { from: '02:01', to: '03:02' },
        { from: '03:00', to: '04:01' },
      ],
    }
    const next = nextCallingMoment({ windows, onPublicHolidays: true }, zone, new Date('2027-03-27T20:00:00Z'))
    expect(next).toEqual(new Date('2027-03-28T01:00:00Z'))
  })

  it('refuses hours in which nobody could ever call', () => {
    expect(policySchema.safeParse({ windows: {} }).success).toBe(false)
    expect(policySchema.safeParse({ windows: { 1: [{ from: '10:00', to: '10:00' }] } }).success).toBe(false)
  })
})

describe('the next attempt', () => {
  it.each([
    ['2026-11-23', '10:00', '2026-11-23', '14:00', 'a morning is followed by the afternoon'],
    ['2026-11-23', '09:00', '2026-11-23', '13:00', 'four hours later'],
    ['2026-11-23', '11:59', '2026-11-23', '15:59', 'still in the hours'],
    ['2026-11-23', '14:00', '2026-11-24', '09:00', 'an afternoon by the next morning'],
    ['2026-11-27', '15:00', '2026-11-30', '09:00', 'a Friday afternoon by Monday morning'],
  ])('of %s %s is %s %s: %s', (date, time, nextDate, nextTime) => {
    expect(nextAttemptAt(defaultPolicy, zone, at(date, time))).toEqual(at(nextDate, nextTime))
  })

  it('waits for the next day when the round calls in one part of the day only', () => {
    const mornings = allWeek('09:00', '11:00')
    expect(nextAttemptAt(mornings, zone, at('2026-11-23', '10:00'))).toEqual(at('2026-11-24', '09:00'))
  })

  it('comes half an hour after an engaged line', () => {
    expect(nextAttemptAfterBusyAt(defaultPolicy, zone, at('2026-11-23', '10:00'))).toEqual(at('2026-11-23', '10:30'))
    expect(nextAttemptAfterBusyAt(defaultPolicy, zone, at('2026-11-27', '16:45'))).toEqual(at('2026-11-30', '09:00'))
  })

  it('is in calling hours, after the hours between, and in another part of the day or on another day', () => {
    fc.assert(
      fc.property(aPolicy, aMoment, (policy, last) => {
        const next = nextAttemptAt(policy, zone, last)
        expect(isCallingTime(policy, zone, next)).toBe(true)
        expect(next.getTime()).toBeGreaterThanOrEqual(last.getTime() + policy.hoursBetween * 3_600_000)
        if (policy.otherPartOfDay && dayPartOf(zone, next) === dayPartOf(zone, last)) {
          expect(dateIn(zone, next)).not.toBe(dateIn(zone, last))
        }
      }),
    )
  })
})
