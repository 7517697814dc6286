import { auditEach } from '#app/audit/record-audit.server.ts'
import { claimLapses } from '#app/claims/claim-kind.ts'
import { publish } from '#app/core/live.server.ts'
import { type CorporationScope, inScopeSql } from '#app/core/scope.server.ts'
import { rawSql, type SqlPart, type SqlRunner, sql } from '#app/core/sql.ts'
import { whyNotCallableSql } from '#app/tenants/contact-rule.ts'
import { liveCampaigns } from './campaign-steps.ts'
import { campaignTopic } from './live-topics.ts'
import { stillToDo } from './still-to-do.ts'

/** A home that was taken off, and where it stood. */
type Withdrawn = { campaignId: string; state: string }

/**
 * Takes tenants who may no longer be rung off every list of a campaign that runs or is paused: moved, deceased, no longer
 * listed, or asked not to be called. Their home is not called for a housemate instead: the list was made for one person to
 * ask for.
 */
export const withdrawUncallable = (scope: CorporationScope, today: string): Promise<Withdrawn[]> =>
  inScopeSql(scope, (tx) => withdrawUncallableIn(tx, scope, today))

/** The same inside the transaction in which it became known. */
export const withdrawUncallableIn = (tx: SqlRunner, scope: CorporationScope, today: string) =>
  withdraw(tx, scope, { today, which: isLive })

/** The same for one tenant. */
export const withdrawTenant = (
  tx: SqlRunner,
  scope: CorporationScope,
  { today, tenantId }: { today: string; tenantId: string },
) => withdraw(tx, scope, { today, which: sql`g.tenant_id = ${tenantId}::uuid` })

const reason = rawSql(whyNotCallableSql('day.today'))

/** The homes `g` that are still to be rung, of tenants `t` who may not be. */
const ofUncallable = ({ corporationId }: CorporationScope, today: string): SqlPart => sql`
  FROM (SELECT ${today}::date AS today) day CROSS JOIN target g
  JOIN tenant t ON t.corporation_id = g.corporation_id AND t.id = g.tenant_id
  JOIN campaign c ON c.corporation_id = g.corporation_id AND c.id = g.campaign_id
  WHERE g.corporation_id = ${corporationId}::int AND g.state IN ${stillToDo} AND ${reason} IS NOT NULL`

const isLive = sql`c.state IN ${liveCampaigns}`

/** The ids of the tenants whom `withdrawUncallableIn` would take off. */
export const uncallableTenants = (scope: CorporationScope, today: string): SqlPart =>
  sql`SELECT g.tenant_id ${ofUncallable(scope, today)} AND ${isLive}`

async function withdraw(
  tx: SqlRunner,
  scope: CorporationScope,
  { today, which }: { today: string; which: SqlPart },
): Promise<Withdrawn[]> {
  const withdrawn = await tx.sql<Withdrawn>(sql`
    WITH uncallable AS (
      SELECT g.id, g.state, ${reason} AS reason ${ofUncallable(scope, today)} AND ${which} ORDER BY g.id FOR NO KEY UPDATE OF g
    ), withdrawn AS (
      UPDATE target g SET state = 'withdrawn', withdrawn_reason = u.reason, finished_at = clock_timestamp(),
        withdrawn_from = jsonb_build_object('state', g.state, 'next_at', g.next_at, 'appointment_with', g.appointment_with),
        next_at = NULL, appointment_with = NULL, ${claimLapses}
      FROM uncallable u WHERE g.corporation_id = ${scope.corporationId}::int AND g.id = u.id
        AND g.state IN ${stillToDo}
      RETURNING g.id, g.campaign_id, u.state
    ), written AS (${auditEach(scope, { action: 'target:withdrawn', subject: 'target' }, sql`withdrawn`)})
    SELECT campaign_id AS "campaignId", state FROM withdrawn`)
  for (const campaignId of new Set(withdrawn.map((home) => home.campaignId))) {
    await publish(tx, scope.corporationId, campaignTopic(campaignId))
  }
  return withdrawn
}
