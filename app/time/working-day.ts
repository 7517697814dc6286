import { addDays, weekdayOf } from './clock.ts'
import { publicHolidayOn } from './holidays.ts'

const friday = 5

/** This calendar date, or the first after it that is no Saturday, Sunday or Dutch public holiday. */
export function workingDayFrom(date: string): string {
  let day = date
  while (weekdayOf(day) > friday || publicHolidayOn(day)) day = addDays(day, 1)
  return day
}
