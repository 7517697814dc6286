import type { CorporationScope } from '#app/core/scope.server.ts'
import { type SqlRunner, sql } from '#app/core/sql.ts'

/** Cards and flowers that somebody asked for and that are not sent, by round. They wait for whoever decides, not for who asked. */
export function countHeldGestures(
  tx: SqlRunner,
  { corporationId }: CorporationScope,
  accountId: string,
): Promise<{ campaignId: string | null; count: number }[]> {
  return tx.sql(sql`
    SELECT campaign_id AS "campaignId", count(*)::int AS count FROM gesture
    WHERE corporation_id = ${corporationId}::int AND requested_by = ${accountId}::uuid AND state IN ('requested', 'approved')
    GROUP BY campaign_id`)
}
