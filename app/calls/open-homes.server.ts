import { liveCampaigns } from '#app/campaigns/campaign-steps.ts'
import { stillToDo } from '#app/campaigns/still-to-do.ts'
import type { OpenState } from '#app/campaigns/target.ts'
import { isClaimed } from '#app/claims/claim-kind.ts'
import type { CorporationScope } from '#app/core/scope.server.ts'
import { type SqlRunner, sql } from '#app/core/sql.ts'

/** The home of a tenant where it is still to be rung. `claimedBy`: who is in that call now; `nextAt`: an ISO instant. */
export type OpenHome = {
  targetId: string
  campaignId: string
  campaignName: string
  isPaused: boolean
  state: OpenState
  nextAt: string | null
  assignedTo: string | null
  claimedBy: string | null
}

/** In which rounds that run or are paused the home of a tenant is still to be rung, who has it, and when. */
export async function listOpenHomes(
  tx: SqlRunner,
  { corporationId }: CorporationScope,
  tenantId: string,
): Promise<OpenHome[]> {
  const rows = await tx.sql<Omit<OpenHome, 'nextAt'> & { nextAt: Date | null }>(sql`
    SELECT g.id AS "targetId", c.id AS "campaignId", c.name AS "campaignName", c.state = 'paused' AS "isPaused", g.state, g.next_at AS "nextAt",
      (SELECT a.name FROM account a WHERE a.id = coalesce(g.appointment_with, g.assigned_to)) AS "assignedTo",
      CASE WHEN ${isClaimed} THEN (SELECT a.name FROM account a WHERE a.id = g.claimed_by) END AS "claimedBy"
    FROM tenant t
    JOIN target g ON g.corporation_id = t.corporation_id AND (g.tenant_id = t.id OR g.home_id = t.home_id)
    JOIN campaign c ON c.corporation_id = g.corporation_id AND c.id = g.campaign_id
    WHERE t.corporation_id = ${corporationId}::int AND t.id = ${tenantId}::uuid AND g.state IN ${stillToDo} AND c.state IN ${liveCampaigns}
    ORDER BY c.name, g.id LIMIT 20`)
  return rows.map(({ nextAt, ...row }) => ({ ...row, nextAt: nextAt?.toISOString() ?? null }))
}
