import type { Actor } from '#app/accounts/authorize.server.ts'
import { type SqlRunner, sql } from '#app/core/sql.ts'

/** What waits for whoever decides, and what may go out. */
export async function readGesturesToDo(
  tx: SqlRunner,
  { corporationId }: Actor,
): Promise<{ requested: number; approved: number }> {
  const [counts] = await tx.sql<{ requested: number; approved: number }>(sql`
    SELECT count(*) FILTER (WHERE state = 'requested')::int AS requested, count(*) FILTER (WHERE state = 'approved')::int AS approved
    FROM gesture WHERE corporation_id = ${corporationId}::int AND state IN ('requested', 'approved')`)
  return counts ?? { requested: 0, approved: 0 }
}
