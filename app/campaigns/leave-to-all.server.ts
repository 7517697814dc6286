import { auditEach } from '#app/audit/record-audit.server.ts'
import { publish } from '#app/core/live.server.ts'
import type { CorporationScope } from '#app/core/scope.server.ts'
import { type SqlPart, type SqlRunner, sql } from '#app/core/sql.ts'
import { liveCampaigns } from './campaign-steps.ts'
import { campaignTopic } from './live-topics.ts'
import { stillToDo } from './still-to-do.ts'

/** Leaves to everybody what lies with people who no longer work here. */
export async function leaveOrphanedToAll(tx: SqlRunner, scope: CorporationScope): Promise<void> {
  const orphaned = await leaveToAll(tx, scope, hasLeft)
  const campaigns = new Set(orphaned.map(({ campaignId }) => campaignId))
  for (const campaignId of campaigns) await publish(tx, scope.corporationId, campaignTopic(campaignId))
}

const hasLeft = sql`NOT EXISTS (
  SELECT FROM campaign_caller k JOIN membership m ON m.corporation_id = k.corporation_id AND m.account_id = k.account_id
  WHERE k.corporation_id = g.corporation_id AND k.campaign_id = g.campaign_id AND k.account_id = g.assigned_to
    AND k.left_at IS NULL AND m.ended_at IS NULL)`

/** Nobody waits for somebody who is not there: what was promised is kept by whoever calls next. */
export function leaveToAll(tx: SqlRunner, scope: CorporationScope, which: SqlPart): Promise<{ campaignId: string }[]> {
  return tx.sql<{ campaignId: string }>(sql`
    WITH held AS (
      SELECT g.id FROM target g JOIN campaign c ON c.corporation_id = g.corporation_id AND c.id = g.campaign_id
      WHERE g.corporation_id = ${scope.corporationId}::int AND c.state IN ${liveCampaigns} AND g.state IN ${stillToDo}
        AND g.assigned_to IS NOT NULL AND ${which} ORDER BY g.id FOR NO KEY UPDATE OF g
    ), freed AS (
      UPDATE target g SET assigned_to = NULL, appointment_with = NULL FROM held
      WHERE g.corporation_id = ${scope.corporationId}::int AND g.id = held.id
      RETURNING g.id, g.campaign_id
    ), written AS (${auditEach(scope, { action: 'target:left-to-all', subject: 'target' }, sql`freed`)})
    SELECT campaign_id AS "campaignId" FROM freed`)
}
