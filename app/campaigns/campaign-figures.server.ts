import type { CorporationScope } from '#app/core/scope.server.ts'
import { type SqlRunner, sql } from '#app/core/sql.ts'
import { type CampaignFigures, figuresOf } from './campaign-figures.ts'
import type { TargetState, WithdrawnReason } from './target.ts'

type Row = { campaignId: string; state: TargetState; reason: WithdrawnReason | null; homes: number }

/** The figures of these campaigns, by campaign. One statement. */
export async function findFigures(
  tx: SqlRunner,
  { corporationId }: CorporationScope,
  campaignIds: readonly string[],
): Promise<Map<string, CampaignFigures>> {
  const rows = await tx.sql<Row>(sql`
    SELECT campaign_id AS "campaignId", state, withdrawn_reason AS reason, count(*)::int AS homes FROM target
    WHERE corporation_id = ${corporationId}::int AND campaign_id = ANY(${campaignIds}::uuid[]) GROUP BY 1, 2, 3`)
  return new Map(campaignIds.map((id) => [id, figuresOf(rows.filter(({ campaignId }) => campaignId === id))]))
}

/** The same of one campaign, of noughts when it has no homes yet. */
export const findFiguresOf = async (tx: SqlRunner, scope: CorporationScope, campaignId: string) =>
  (await findFigures(tx, scope, [campaignId])).get(campaignId) ?? figuresOf([])
