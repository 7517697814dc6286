import { inScopeAtOnce, systemScope } from '#app/core/scope.server.ts'

/**
 * When the oldest event was written that has no place in its chain yet; null when all have. It looks behind the last link
 * only, since the chain follows the order of writing: the log may be large, and this is asked often.
 */
export async function oldestUnlinkedAt(corporationIds: readonly number[]): Promise<Date | null> {
  const oldest = await Promise.all(corporationIds.map(oldestOf))
  const at = oldest.flatMap((found) => found?.getTime() ?? [])
  return at.length > 0 ? new Date(Math.min(...at)) : null
}

async function oldestOf(corporationId: number): Promise<Date | null> {
  const [row] = await inScopeAtOnce<{ at: Date | null }>(systemScope(corporationId), {
    name: 'oldest-unlinked',
    text: `SELECT min(e.at) AS at FROM (VALUES ($1::int)) AS wanted (id)
      LEFT JOIN LATERAL (
        SELECT event_id FROM audit_link WHERE corporation_id = wanted.id ORDER BY seq DESC LIMIT 1
      ) last ON true
      JOIN audit_event e ON e.corporation_id = wanted.id AND (last.event_id IS NULL OR e.id > last.event_id)`,
    values: [corporationId],
  })
  return row?.at ?? null
}
