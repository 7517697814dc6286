import { inScopeSql } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'

/**
 * When the oldest event was written that has no place in its chain yet; null when all have. It looks behind the last link
 * only, since the chain follows the order of writing: the log may be large, and this is asked often.
 */
export function oldestUnlinkedAt(corporationIds: readonly number[]): Promise<Date | null> {
  return inScopeSql({ corporationIds, accountId: null }, async (tx) => {
    const [row] = await tx.sql<{ at: Date | null }>(sql`
      SELECT min(e.at) AS at FROM unnest(${[...corporationIds]}::int[]) AS wanted (id)
      LEFT JOIN LATERAL (
        SELECT event_id FROM audit_link WHERE corporation_id = wanted.id ORDER BY seq DESC LIMIT 1
      ) last ON true
      JOIN audit_event e ON e.corporation_id = wanted.id AND (last.event_id IS NULL OR e.id > last.event_id)`)
    return row?.at ?? null
  })
}
