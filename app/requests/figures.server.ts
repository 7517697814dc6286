import { takeTry, triesTaken } from '#app/accounts/rate-limits.server.ts'
import { type CorporationScope, inScopeSql } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import { addDays, dateIn, instantAt } from '#app/time/clock.ts'

/** Counts what was refused of a line for being too much, too fast or no person's; `date` is the corporation's own. */
export async function countRefused(lineId: string, date: string): Promise<void> {
  await takeTry('requestsRefused', `${lineId} ${date}`)
}

export type RequestFigures = {
  sentToday: number
  sentThisWeek: number
  /** Not rung yet, whenever they came. */
  open: number
  /** Past what they were promised, and not rung yet. */
  late: number
  refusedToday: number
}

/** How the form of a line does, today and the six days before, in `zone` of the corporation. */
export async function readFigures(
  scope: CorporationScope,
  lineId: string,
  { zone, now }: { zone: string; now: Date },
): Promise<RequestFigures> {
  const today = dateIn(zone, now)
  const [midnight, weekAgo] = [instantAt(zone, today, '00:00'), instantAt(zone, addDays(today, -6), '00:00')]
  const [row] = await inScopeSql(scope, (tx) =>
    tx.sql<Omit<RequestFigures, 'refusedToday'>>(sql`
      SELECT count(*) FILTER (WHERE arrived_at >= ${midnight}::timestamptz)::int AS "sentToday",
        count(*) FILTER (WHERE arrived_at >= ${weekAgo}::timestamptz)::int AS "sentThisWeek",
        count(*) FILTER (WHERE state IN ('waiting', 'call-back') AND answered_at IS NULL)::int AS open,
        count(*) FILTER (WHERE state IN ('waiting', 'call-back') AND answered_at IS NULL AND promised_at < ${now}::timestamptz)::int AS late
      FROM desk_contact WHERE corporation_id = ${scope.corporationId}::int AND line_id = ${lineId}::uuid AND channel = 'form'
        AND (arrived_at >= ${weekAgo}::timestamptz OR state <> 'closed')`),
  )
  const refusedToday = await triesTaken('requestsRefused', `${lineId} ${today}`)
  return { sentToday: 0, sentThisWeek: 0, open: 0, late: 0, ...row, refusedToday }
}
