import { auditEach } from '#app/audit/record-audit.server.ts'
import { publish, publishTo } from '#app/core/live.server.ts'
import type { CorporationScope } from '#app/core/scope.server.ts'
import { type SqlRunner, sql } from '#app/core/sql.ts'
import { todayTopic } from '#app/today/live-topics.ts'
import { followUpsTopic } from './live-topics.ts'

/** `dueOn` is 'yyyy-mm-dd' in the corporation's zone. */
export type HeldPromises = { campaignId: string | null; dueOn: string; count: number }

/** What somebody still has to do for tenants, by round and day. */
export function listHeldPromises(
  tx: SqlRunner,
  { corporationId }: CorporationScope,
  accountId: string,
): Promise<HeldPromises[]> {
  return tx.sql<HeldPromises>(sql`
    SELECT campaign_id AS "campaignId", due_on::text AS "dueOn", count(*)::int AS count FROM follow_up
    WHERE corporation_id = ${corporationId}::int AND owner_id = ${accountId}::uuid AND state = 'open'
    GROUP BY campaign_id, due_on ORDER BY due_on`)
}

/** Gives all that is open to a colleague; who promised it stays on record. Gives how many. */
export async function handOverFollowUps(
  tx: SqlRunner,
  scope: CorporationScope,
  { from, to }: { from: string; to: string },
): Promise<number> {
  const given = await tx.sql(sql`
    WITH given AS (
      UPDATE follow_up SET owner_id = ${to}::uuid
      WHERE corporation_id = ${scope.corporationId}::int AND owner_id = ${from}::uuid AND state = 'open' RETURNING id
    ), written AS (${auditEach(scope, { action: 'follow-up:handed-over', subject: 'follow-up', details: { to } }, sql`given`)})
    SELECT id FROM given`)
  if (given.length === 0) return 0
  await publish(tx, scope.corporationId, followUpsTopic)
  await publishTo(tx, scope.corporationId, { account: to, topic: todayTopic })
  return given.length
}
