import { addDays, dateIn, instantAt, weekdayOf } from '#app/time/clock.ts'
import { publicHolidayOn } from '#app/time/holidays.ts'
import type { Policy, Weekday } from './calling-policy.ts'

type CallingHours = Pick<Policy, 'windows' | 'onPublicHolidays'>
type OpenPeriod = { from: Date; to: Date }

// Even a campaign that calls on one Sunday morning a week meets a day without a holiday within this.
const daysToSearch = 400

export const isCallingTime = (policy: CallingHours, zone: string, at: Date): boolean =>
  openPeriodsOn(policy, zone, dateIn(zone, at)).some(({ from, to }) => from <= at && at < to)

/** The first moment at or after `from` at which people may be called. */
export function nextCallingMoment(policy: CallingHours, zone: string, from: Date): Date {
  const today = dateIn(zone, from)
  for (let ahead = 0; ahead <= daysToSearch; ahead++) {
    const period = openPeriodsOn(policy, zone, addDays(today, ahead)).find(({ to }) => to > from)
    if (period) return period.from > from ? period.from : from
  }
  throw new Error('These calling hours have no moment to call.')
}

/** The calling hours of one date as instants, in order. Wall-clock times across a clock change: see instantAt. */
export function openPeriodsOn({ windows, onPublicHolidays }: CallingHours, zone: string, date: string): OpenPeriod[] {
  // Asked at every claim, and the same all day long.
  const key = `${zone} ${date} ${onPublicHolidays} ${JSON.stringify(windows)}`
  const known = cachedPeriods.get(key)
  if (known) return known
  if (cachedPeriods.size >= mostCachedDates) cachedPeriods.clear()
  const periods = calculatePeriods({ windows, onPublicHolidays }, zone, date)
  cachedPeriods.set(key, periods)
  return periods
}

const cachedPeriods = new Map<string, OpenPeriod[]>()
const mostCachedDates = 2_000

function calculatePeriods({ windows, onPublicHolidays }: CallingHours, zone: string, date: string): OpenPeriod[] {
  if (!onPublicHolidays && publicHolidayOn(date)) return []
  const periods = (windows[String(weekdayOf(date)) as Weekday] ?? []).map(({ from, to }) => ({
    from: instantAt(zone, date, from),
    to: instantAt(zone, date, to),
  }))
  // Sorted as instants: in the hour that a clock change skips, the order of the clock is not that of the moments.
  return periods.sort((a, b) => a.from.getTime() - b.from.getTime())
}
