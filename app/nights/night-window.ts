import { officeDayOn } from '#app/corporations/office-day.ts'
import type { OfficeHours } from '#app/corporations/office-hours.ts'
import { addDays, dateIn, instantAt } from '#app/time/clock.ts'

/** From the closing of the office until it opens again: a night, a weekend, Christmas. `from` belongs to it, `until` does not. */
export type Night = { from: Date; until: Date }

/** Longer than any office is closed on end. */
const mostDays = 400

/**
 * The night of a moment: the one it lies in or, while the office is open, the last one before. Exact over both changes of
 * the clock, since only its two ends are read on a clock.
 */
export function nightWindow(hours: OfficeHours, zone: string, at: Date): Night {
  const today = dateIn(zone, at)
  const from = firstOf(today, -1, (date) => {
    const closes = officeDayOn(hours, zone, date)?.closes
    return closes && closes <= at ? closes : null
  })
  const until = firstOf(dateIn(zone, from), 1, (date) => {
    const opens = officeDayOn(hours, zone, date)?.opens
    return opens && opens >= from ? opens : null
  })
  return { from, until }
}

/** The night that begins on a date or, when the office did not open that day, the one that goes on over it. */
export const nightOfDate = (hours: OfficeHours, zone: string, date: string): Night =>
  nightWindow(hours, zone, new Date(instantAt(zone, addDays(date, 1), '00:00').getTime() - 1))

export const nightBefore = (hours: OfficeHours, zone: string, { from }: Night): Night =>
  nightWindow(hours, zone, new Date(from.getTime() - 1))

/** The next one: from when the office closes after this night. */
export function nightAfter(hours: OfficeHours, zone: string, { until }: Night): Night {
  const day = officeDayOn(hours, zone, dateIn(zone, until))
  return nightWindow(hours, zone, day?.closes ?? until)
}

function firstOf(date: string, step: 1 | -1, find: (date: string) => Date | null): Date {
  for (let day = 0; day <= mostDays; day++) {
    const found = find(addDays(date, day * step))
    if (found) return found
  }
  throw new Error('An office that never opens has no nights.')
}
