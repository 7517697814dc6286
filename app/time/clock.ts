import { Temporal } from 'temporal-polyfill'

/** Calendar date 'yyyy-mm-dd' of an instant in a zone. */
export const dateIn = (zone: string, at: Date): string => clockOf(zone).format(at).slice(0, 10)

/** Wall-clock time 'HH:MM' of an instant in a zone. */
export const timeIn = (zone: string, at: Date): string => clockOf(zone).format(at).slice(-5)

/** The day in a `date` column, which Prisma gives as its midnight in UTC. */
export const dayOf = (on: Date): string => on.toISOString().slice(0, 10)

const clocks = new Map<string, Intl.DateTimeFormat>()

/** Swedish writes "2026-11-22 14:30". Made once a zone: making one costs more than a thousand uses. */
function clockOf(zone: string): Intl.DateTimeFormat {
  const made =
    clocks.get(zone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' })
  clocks.set(zone, made)
  return made
}

/** Monday 1 … Sunday 7. */
export const weekdayIn = (zone: string, at: Date): number => zoned(zone, at).dayOfWeek

/** Of a calendar date 'yyyy-mm-dd': Monday 1 … Sunday 7. */
export const weekdayOf = (date: string): number => Temporal.PlainDate.from(date).dayOfWeek

/**
 * The instant of a wall-clock moment. In the hour that the clock skips in spring it is the moment an hour later on the
 * clock; in the hour that comes twice in autumn it is the first.
 */
export function instantAt(zone: string, date: string, time: string): Date {
  const moment = Temporal.PlainDate.from(date).toZonedDateTime({
    timeZone: zone,
    plainTime: Temporal.PlainTime.from(time),
  })
  return new Date(moment.epochMilliseconds)
}

export const addDays = (date: string, days: number): string => Temporal.PlainDate.from(date).add({ days }).toString()

/** Whole days from one date to a later one; negative when it is earlier. */
export const daysBetween = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days

/** Whole years of age on a day. Somebody born on 29 February has a birthday on 1 March in other years. */
export function ageOn(birthOn: string, today: string): number {
  return Number(today.slice(0, 4)) - Number(birthOn.slice(0, 4)) - (today.slice(5) < birthOn.slice(5) ? 1 : 0)
}

/** The date so many years before; 29 February becomes 28 February. */
export const yearsBefore = (date: string, years: number): string =>
  Temporal.PlainDate.from(date).subtract({ years }).toString()

/** The date so many years later; 29 February becomes 28 February. */
export const yearsAfter = (date: string, years: number): string =>
  Temporal.PlainDate.from(date).add({ years }).toString()

function zoned(zone: string, at: Date) {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone)
}
