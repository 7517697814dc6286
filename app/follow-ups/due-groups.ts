import { addDays, weekdayIn } from '#app/time/clock.ts'
import { type DueGroup, dueGroups } from './follow-up.ts'

/** Late from the day after the due date; a time that has passed today is still today. Dates in the corporation's zone. */
export const isLate = (dueOn: string, today: string) => dueOn < today

export function dueGroupOf(dueOn: string, today: string): DueGroup {
  if (isLate(dueOn, today)) return 'late'
  if (dueOn === today) return 'today'
  return dueOn <= sundayOf(today) ? 'this-week' : 'later'
}

/** The last day of the week that a day lies in. */
export const sundayOf = (date: string) => addDays(date, 7 - weekdayIn('UTC', new Date(`${date}T12:00:00Z`)))

/** The groups that hold something, in the order of the list; each group keeps the order it came in. */
export function groupByDue<Row extends { dueOn: string }>(rows: readonly Row[], today: string) {
  return dueGroups
    .map((group) => ({ group, rows: rows.filter((row) => dueGroupOf(row.dueOn, today) === group) }))
    .filter(({ rows }) => rows.length > 0)
}
