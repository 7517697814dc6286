import { addDays, dateIn, instantAt, weekdayIn } from '#app/time/clock.ts'
import type { Policy, Weekday } from './calling-policy.ts'
import { publicHolidayOn } from './holidays.ts'

type CallingHours = Pick<Policy, 'windows' | 'onPublicHolidays'>
type Stretch = { from: Date; to: Date }

// Even a round that calls on one Sunday morning a week meets a day without a holiday within this.
const daysToSearch = 400

export const isCallingTime = (policy: CallingHours, zone: string, at: Date): boolean =>
  stretchesOn(policy, zone, dateIn(zone, at)).some(({ from, to }) => from <= at && at < to)

/** The first moment at or after `from` at which people may be called. */
export function nextCallingMoment(policy: CallingHours, zone: string, from: Date): Date {
  const today = dateIn(zone, from)
  for (let ahead = 0; ahead <= daysToSearch; ahead++) {
    const stretch = stretchesOn(policy, zone, addDays(today, ahead)).find(({ to }) => to > from)
    if (stretch) return stretch.from > from ? stretch.from : from
  }
  throw new Error('These calling hours have no moment to call.')
}

/** The calling hours of one date as instants, in order. Wall-clock times across a clock change: see instantAt. */
export function stretchesOn({ windows, onPublicHolidays }: CallingHours, zone: string, date: string): Stretch[] {
  // Asked at every claim, and the same all day long.
  const key = `${zone} ${date} ${onPublicHolidays} ${JSON.stringify(windows)}`
  const known = workedOut.get(key)
  if (known) return known
  if (workedOut.size >= mostWorkedOut) workedOut.clear()
  const stretches = workOut({ windows, onPublicHolidays }, zone, date)
  workedOut.set(key, stretches)
  return stretches
}

const workedOut = new Map<string, Stretch[]>()
const mostWorkedOut = 2_000

function workOut({ windows, onPublicHolidays }: CallingHours, zone: string, date: string): Stretch[] {
  if (!onPublicHolidays && publicHolidayOn(date)) return []
  const stretches = (windows[weekdayOf(date)] ?? []).map(({ from, to }) => ({
    from: instantAt(zone, date, from),
    to: instantAt(zone, date, to),
  }))
  // Sorted as instants: in the hour that a clock change skips, the order of the clock is not that of the moments.
  return stretches.sort((a, b) => a.from.getTime() - b.from.getTime())
}

const weekdayOf = (date: string) => String(weekdayIn('UTC', new Date(`${date}T12:00:00Z`))) as Weekday
