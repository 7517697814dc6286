import type { Actor } from '#app/accounts/authorize.server.ts'
import { auditEach } from '#app/audit/record-audit.server.ts'
import { publish } from '#app/core/live.server.ts'
import { inScope } from '#app/core/scope.server.ts'
import { rawSql, type SqlRunner, sql } from '#app/core/sql.ts'
import type { ReportedStatus } from '#app/tenants/call-reports.ts'
import { whyNotCallableSql } from '#app/tenants/contact-rule.ts'
import { reportTenant } from '#app/tenants/report-tenant.server.ts'
import { takeBackReport } from '#app/tenants/take-back-report.server.ts'
import { dateIn } from '#app/time/clock.ts'
import { liveCampaigns } from './campaign-steps.ts'
import { holdHomes } from './hold-homes.server.ts'
import { campaignTopic } from './live-topics.ts'
import { restoreWithdrawn } from './restore-withdrawn.server.ts'
import { withdrawTenant } from './withdraw-tenant.server.ts'

type Report = { tenantId: string; kind: ReportedStatus; reason: string; now: Date }

/** A coordinator heard that a tenant died, moved or objects: it holds at once, on every list. False when there is no such tenant. */
export function reportStatus(actor: Actor, { tenantId, kind, reason, now }: Report): Promise<boolean> {
  return inScope(actor, async (tx) => {
    const { corporationId } = actor
    if ((await tx.tenant.count({ where: { corporationId, id: tenantId } })) === 0) return false
    const report = { tenantId, at: now, outcome: null, isSpoken: false, newStatus: kind, wantsCalls: false }
    await reportTenant(tx, actor, { ...report, reason, isSeen: true })
    await withdrawTenant(tx, actor, { today: dateIn(actor.timeZone, now), tenantId })
    return true
  })
}

/** It was a mistake: the tenant may be called again, and stands where they stood on the lists that are not closed. */
export const undoReport = (actor: Actor, id: string, now: Date): Promise<{ tenantId: string } | null> =>
  inScope(actor, (tx) => undoReportIn(tx, actor, { id, now }))

/** The same inside the transaction in which it is corrected. */
export async function undoReportIn(tx: SqlRunner, actor: Actor, { id, now }: { id: string; now: Date }) {
  const taken = await takeBackReport(tx, actor, id)
  if (!taken) return null
  await holdHomes(tx, actor, sql`SELECT ${taken.tenantId}::uuid`)
  const today = dateIn(actor.timeZone, now)
  await restoreWithdrawn(tx, actor, { today, which: sql`g.tenant_id = ${taken.tenantId}::uuid` })
  await restoreCalled(tx, actor, { ...taken, today })
  return { tenantId: taken.tenantId }
}

/** The home in whose own call it was said has no former place: it is tried again. */
async function restoreCalled(
  tx: SqlRunner,
  actor: Actor,
  { tenantId, kind, today }: { tenantId: string; kind: ReportedStatus; today: string },
) {
  const restored = await tx.sql<{ campaignId: string }>(sql`
    WITH restored AS (
      UPDATE target g SET state = 'retry', next_at = now(), withdrawn_reason = NULL, finished_at = NULL
      FROM tenant t, campaign c, (SELECT ${today}::date AS today) day
      WHERE g.corporation_id = ${actor.corporationId}::int AND g.tenant_id = ${tenantId}::uuid AND g.state = 'withdrawn'
        AND g.withdrawn_from IS NULL AND g.withdrawn_reason = ${kind}
        AND t.corporation_id = g.corporation_id AND t.id = g.tenant_id AND c.corporation_id = g.corporation_id AND c.id = g.campaign_id
        AND c.state IN ${liveCampaigns} AND ${rawSql(whyNotCallableSql('day.today'))} IS NULL
      RETURNING g.id, g.campaign_id
    ), written AS (${auditEach(actor, { action: 'target:restored', subject: 'target' }, sql`restored`)})
    SELECT campaign_id AS "campaignId" FROM restored`)
  for (const { campaignId } of restored) await publish(tx, actor.corporationId, campaignTopic(campaignId))
}
