import { auditEach } from '#app/audit/record-audit.server.ts'
import { publish } from '#app/core/live.server.ts'
import type { CorporationScope } from '#app/core/scope.server.ts'
import { codeList, rawSql, type SqlPart, type SqlRunner, sql } from '#app/core/sql.ts'
import { whyNotCallableSql } from '#app/tenants/contact-rule.ts'
import { liveCampaigns } from './campaign-steps.ts'
import { campaignTopic } from './live-topics.ts'
import { stillToDo } from './still-to-do.ts'
import { tenantReasons } from './target.ts'

/** Home `g` was taken off because of what became known of its tenant elsewhere: not in a call, nor at the campaign's end. */
export const isTakenOff = sql`(g.state = 'withdrawn' AND g.withdrawn_from IS NOT NULL AND g.withdrawn_reason IN ${rawSql(codeList(tenantReasons))})`

type Restored = { campaignId: string; state: string }

/**
 * Puts homes back on the list of their campaign as they stood when they were taken off: with the same caller, tries and
 * appointment. Only where the campaign is not closed, the tenant may be rung again and no other campaign is to ring there.
 */
export async function restoreWithdrawn(
  tx: SqlRunner,
  scope: CorporationScope,
  { today, which }: { today: string; which: SqlPart },
): Promise<Restored[]> {
  const restored = await tx.sql<Restored>(sql`
    WITH callable AS (
      SELECT g.id FROM (SELECT ${today}::date AS today) day CROSS JOIN target g
      JOIN tenant t ON t.corporation_id = g.corporation_id AND t.id = g.tenant_id
      JOIN campaign c ON c.corporation_id = g.corporation_id AND c.id = g.campaign_id
      WHERE g.corporation_id = ${scope.corporationId}::int AND ${isTakenOff} AND ${which} AND c.state IN ${liveCampaigns}
        AND ${rawSql(whyNotCallableSql('day.today'))} IS NULL AND NOT ${isOnAnotherList}
      ORDER BY g.id FOR NO KEY UPDATE OF g
    ), restored AS (
      UPDATE target g SET state = g.withdrawn_from->>'state', next_at = (g.withdrawn_from->>'next_at')::timestamptz,
        appointment_with = (g.withdrawn_from->>'appointment_with')::uuid,
        withdrawn_from = NULL, withdrawn_reason = NULL, finished_at = NULL
      FROM callable k WHERE g.corporation_id = ${scope.corporationId}::int AND g.id = k.id AND g.state = 'withdrawn'
      RETURNING g.id, g.campaign_id, g.state
    ), written AS (${auditEach(scope, { action: 'target:restored', subject: 'target' }, sql`restored`)})
    SELECT campaign_id AS "campaignId", state FROM restored`)
  for (const campaignId of new Set(restored.map((home) => home.campaignId))) {
    await publish(tx, scope.corporationId, campaignTopic(campaignId))
  }
  return restored
}

const isOnAnotherList = sql`EXISTS (
  SELECT FROM target o JOIN campaign oc ON oc.corporation_id = o.corporation_id AND oc.id = o.campaign_id
  WHERE o.corporation_id = g.corporation_id AND o.home_id = g.home_id AND o.id <> g.id AND o.state IN ${stillToDo} AND oc.state IN ${liveCampaigns})`
