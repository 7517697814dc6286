import { type CorporationScope, inScopeSql } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import { liveCampaigns } from './campaign-steps.ts'
import { stillToDo } from './still-to-do.ts'

/** Where somebody is still to be rung. `appointmentAt`: an ISO instant, when they count on it. */
export type CampaignPlace = { name: string; appointmentAt: string | null }

/** By tenant, of those that are on a list of a campaign that runs or is paused. */
export async function placesOfTenants(
  scope: CorporationScope,
  tenantIds: readonly string[],
): Promise<Record<string, CampaignPlace[]>> {
  if (tenantIds.length === 0) return {}
  const rows = await inScopeSql(scope, (tx) =>
    tx.sql<{ tenantId: string; name: string; appointmentAt: Date | null }>(sql`
      SELECT g.tenant_id AS "tenantId", c.name, CASE WHEN g.state = 'appointment' THEN g.next_at END AS "appointmentAt"
      FROM target g JOIN campaign c ON c.corporation_id = g.corporation_id AND c.id = g.campaign_id
      WHERE g.corporation_id = ${scope.corporationId}::int AND g.tenant_id = ANY(${tenantIds}::uuid[]) AND g.state IN ${stillToDo}
        AND c.state IN ${liveCampaigns}
      ORDER BY c.name, c.id`),
  )
  const places: Record<string, CampaignPlace[]> = {}
  for (const { tenantId, name, appointmentAt } of rows) {
    places[tenantId] ??= []
    places[tenantId].push({ name, appointmentAt: appointmentAt?.toISOString() ?? null })
  }
  return places
}
