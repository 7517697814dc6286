import type { SqlRunner } from '#app/core/sql.ts'
import { readOffice } from '#app/corporations/office-hours.server.ts'
import { dateIn } from '#app/time/clock.ts'
import { nextOfficeDay } from './next-office-day.ts'

/** On which date the office of a corporation opens next, and which it is there now: 'yyyy-mm-dd'. */
export async function officeDayOf(
  tx: SqlRunner,
  corporation: { corporationId: number },
  now: Date,
): Promise<{ next: string | null; today: string }> {
  const { hours, timeZone } = await readOffice(tx, corporation)
  return { next: nextOfficeDay(hours, timeZone, now), today: dateIn(timeZone, now) }
}
