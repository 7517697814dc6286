import { auditEach } from '#app/audit/record-audit.server.ts'
import { publish, publishTo } from '#app/core/live.server.ts'
import type { CorporationScope } from '#app/core/scope.server.ts'
import { type SqlRunner, sql } from '#app/core/sql.ts'
import { todayTopic } from '#app/today/live-topics.ts'
import { toldIsDue } from './filter-sql.server.ts'
import { referralsTopic } from './live-topics.ts'

const isHeldBy = ({ corporationId }: CorporationScope, accountId: string) =>
  sql`(r.corporation_id = ${corporationId}::int AND r.owner_id = ${accountId}::uuid AND (r.state <> 'ended' OR ${toldIsDue}))`

/** The referrals somebody keeps an eye on, or has to tell the tenant about, by round. */
export function countHeldReferrals(
  tx: SqlRunner,
  scope: CorporationScope,
  accountId: string,
): Promise<{ campaignId: string | null; count: number }[]> {
  return tx.sql(sql`
    SELECT r.campaign_id AS "campaignId", count(*)::int AS count FROM referral r WHERE ${isHeldBy(scope, accountId)}
    GROUP BY r.campaign_id`)
}

/** Gives them to a colleague, who tells the tenant as well once the one who promised it has left. Gives how many. */
export async function handOverReferrals(
  tx: SqlRunner,
  scope: CorporationScope,
  { from, to }: { from: string; to: string },
): Promise<number> {
  const given = await tx.sql(sql`
    WITH given AS (
      UPDATE referral r SET owner_id = ${to}::uuid WHERE ${isHeldBy(scope, from)} RETURNING r.id
    ), written AS (${auditEach(scope, { action: 'referral:handed-over', subject: 'referral', details: { to } }, sql`given`)})
    SELECT id FROM given`)
  if (given.length === 0) return 0
  await publish(tx, scope.corporationId, referralsTopic)
  await publishTo(tx, scope.corporationId, { account: to, topic: todayTopic })
  return given.length
}
