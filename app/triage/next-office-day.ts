import { officeDayOn } from '#app/corporations/office-day.ts'
import type { OfficeHours } from '#app/corporations/office-hours.ts'
import { addDays, dateIn } from '#app/time/clock.ts'

/** A holiday and a bridge never close an office for longer. */
const mostDays = 60

/** The first date 'yyyy-mm-dd' on which the office opens after this moment; null when it never does. */
export function nextOfficeDay(hours: OfficeHours, zone: string, now: Date): string | null {
  let date = dateIn(zone, now)
  for (let days = 0; days < mostDays; days++) {
    const day = officeDayOn(hours, zone, date)
    if (day && day.opens > now) return date
    date = addDays(date, 1)
  }
  return null
}
