import type { Actor } from '#app/accounts/authorize.server.ts'
import { type SqlRunner, sql } from '#app/core/sql.ts'

/** What somebody promised themselves and should have done, or does today. */
export async function readOwnPromises(
  tx: SqlRunner,
  { corporationId, accountId }: Actor,
  today: string,
): Promise<{ late: number; today: number }> {
  const [counts] = await tx.sql<{ late: number; today: number }>(sql`
    SELECT count(*) FILTER (WHERE due_on < ${today}::date)::int AS late, count(*) FILTER (WHERE due_on = ${today}::date)::int AS today
    FROM follow_up
    WHERE corporation_id = ${corporationId}::int AND owner_id = ${accountId}::uuid AND state = 'open' AND due_on <= ${today}::date`)
  return counts ?? { late: 0, today: 0 }
}

/** What anybody promised and should have done, for whoever runs the campaigns. */
export async function readLatePromises(
  tx: SqlRunner,
  { corporationId }: Actor,
  today: string,
): Promise<{ late: number }> {
  const [counts] = await tx.sql<{ late: number }>(sql`
    SELECT count(*)::int AS late FROM follow_up
    WHERE corporation_id = ${corporationId}::int AND state = 'open' AND due_on < ${today}::date`)
  return counts ?? { late: 0 }
}
