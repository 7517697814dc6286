import type { Outcome } from '#app/conversations/outcomes.ts'
import type { CorporationScope } from '#app/core/scope.server.ts'
import { type SqlRunner, sql } from '#app/core/sql.ts'

export type UnwrittenCall = { id: string; at: Date; by: string; outcome: Outcome; campaignName: string }

/** The calls to a tenant of which nothing was written down, newest first. */
export function listUnwrittenCalls(
  tx: SqlRunner,
  { corporationId }: CorporationScope,
  tenantId: string,
): Promise<UnwrittenCall[]> {
  return tx.sql<UnwrittenCall>(sql`
    SELECT p.id, p.at, coalesce(a.name, '') AS by, p.outcome, c.name AS "campaignName"
    FROM attempt p
    JOIN campaign c ON c.corporation_id = p.corporation_id AND c.id = p.campaign_id
    LEFT JOIN account a ON a.id = p.account_id
    WHERE p.corporation_id = ${corporationId}::int AND p.tenant_id = ${tenantId}::uuid
      AND NOT EXISTS (SELECT FROM conversation k WHERE k.corporation_id = p.corporation_id AND k.attempt_id = p.id)
    ORDER BY p.at DESC, p.id DESC LIMIT 50`)
}
