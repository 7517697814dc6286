import { auditEach } from '#app/audit/record-audit.server.ts'
import { sweepLapsed } from '#app/claims/sweep-lapsed.server.ts'
import { publish } from '#app/core/live.server.ts'
import { type CorporationScope, inScopeSql } from '#app/core/scope.server.ts'
import { type SqlPart, type SqlRunner, sql } from '#app/core/sql.ts'
import { campaignTopic } from './live-topics.ts'
import { stillToDo } from './still-to-do.ts'
import { targetClaims } from './target-claims.ts'

/**
 * Gives back the homes whose lease has lapsed, and leaves to everybody what lies with people who no longer work here.
 * Gives how many were given back.
 */
export function sweepLeases(scope: CorporationScope): Promise<number> {
  return inScopeSql(scope, async (tx) => {
    const lapsed = await sweepLapsed(tx, scope, targetClaims)
    const orphaned = await leaveToAll(tx, scope, hasLeft)
    const rounds = new Set(orphaned.map(({ campaignId }) => campaignId))
    for (const round of rounds) await publish(tx, scope.corporationId, campaignTopic(round))
    return lapsed
  })
}

const hasLeft = sql`NOT EXISTS (
  SELECT FROM campaign_caller k JOIN membership m ON m.corporation_id = k.corporation_id AND m.account_id = k.account_id
  WHERE k.corporation_id = g.corporation_id AND k.campaign_id = g.campaign_id AND k.account_id = g.assigned_to
    AND k.left_at IS NULL AND m.ended_at IS NULL)`

/** Nobody waits for somebody who is not there: what was promised is kept by whoever calls next. */
export function leaveToAll(tx: SqlRunner, scope: CorporationScope, which: SqlPart): Promise<{ campaignId: string }[]> {
  return tx.sql<{ campaignId: string }>(sql`
    WITH freed AS (
      UPDATE target g SET assigned_to = NULL, appointment_with = NULL FROM campaign c
      WHERE g.corporation_id = ${scope.corporationId}::int AND c.corporation_id = g.corporation_id AND c.id = g.campaign_id
        AND c.state IN ('running', 'paused') AND g.state IN ${stillToDo} AND g.assigned_to IS NOT NULL AND ${which}
      RETURNING g.id, g.campaign_id
    ), written AS (${auditEach(scope, { action: 'target:left-to-all', subject: 'target' }, sql`freed`)})
    SELECT campaign_id AS "campaignId" FROM freed`)
}
