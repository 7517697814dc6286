import { type SqlRunner, sql } from '#app/core/sql.ts'
import { officeHoursSchema, usualOfficeHours } from '#app/corporations/office-hours.ts'
import { dateIn } from '#app/time/clock.ts'
import { nextOfficeDay } from './next-office-day.ts'

/** On which date the office of a corporation opens next, and which it is there now: 'yyyy-mm-dd'. */
export async function officeDayOf(
  tx: SqlRunner,
  { corporationId }: { corporationId: number },
  now: Date,
): Promise<{ next: string | null; today: string }> {
  const [row] = await tx.sql<{ hours: unknown; zone: string }>(
    sql`SELECT office_hours AS hours, time_zone AS zone FROM corporation WHERE id = ${corporationId}::int`,
  )
  if (!row) throw new Error(`No corporation ${corporationId}.`)
  const hours = row.hours ? officeHoursSchema.parse(row.hours) : usualOfficeHours
  return { next: nextOfficeDay(hours, row.zone, now), today: dateIn(row.zone, now) }
}
