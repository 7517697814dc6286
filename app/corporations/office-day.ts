import { instantAt, weekdayOf } from '#app/time/clock.ts'
import { publicHolidayOn } from '#app/time/holidays.ts'
import type { OfficeHours, OfficeWeekday } from './office-hours.ts'

/** From when until when the office is open on a date; null when it is closed all day. */
export function officeDayOn(hours: OfficeHours, zone: string, date: string): { opens: Date; closes: Date } | null {
  const day = hours.week[String(weekdayOf(date)) as OfficeWeekday]
  if (!day || hours.closedOn.includes(date) || publicHolidayOn(date)) return null
  const [opens, closes] = [instantAt(zone, date, day.opens), instantAt(zone, date, day.closes)]
  // Hours that lie within the one that the clock skips.
  return opens < closes ? { opens, closes } : null
}
