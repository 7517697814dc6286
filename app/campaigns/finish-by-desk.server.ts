import { recordAudit } from '#app/audit/record-audit.server.ts'
import { claimEnds, isClaimed } from '#app/claims/claim-kind.ts'
import { conversationOutcome } from '#app/conversations/outcomes.ts'
import { publish, publishTo } from '#app/core/live.server.ts'
import type { CorporationScope } from '#app/core/scope.server.ts'
import { type SqlRunner, sql } from '#app/core/sql.ts'
import { markSpoken } from '#app/tenants/mark-spoken.server.ts'
import { todayTopic } from '#app/today/live-topics.ts'
import { liveCampaigns } from './campaign-steps.ts'
import { holdHomes } from './hold-homes.server.ts'
import { campaignTopic } from './live-topics.ts'
import { isFinal, type TargetState } from './target.ts'

/** `contactId`: the contact of the helpline in which they were spoken to. */
export type SpokenByDesk = { targetId: string; deskId: number; contactId: string; now: Date }
/** `in-a-call`: a colleague rings this home at this moment. `finished`: it was called before, or taken off. */
export type FinishedByDesk = { ok: true } | { ok: false; reason: 'not-there' | 'finished' | 'in-a-call' }

type Held = { state: TargetState; isClaimed: boolean; campaignId: string; tenantId: string; assignedTo: string | null }

/**
 * The tenant rang a desk while their home still had to be rung: they are reached. No try is counted and no colleague is
 * said to have called; what was said stands with the contact. Rounds that ask for arrears or nuisance are not there.
 */
export async function finishByDesk(
  tx: SqlRunner,
  scope: CorporationScope,
  { targetId, deskId, contactId, now }: SpokenByDesk,
): Promise<FinishedByDesk> {
  const { corporationId } = scope
  const target = await hold(tx, scope, targetId)
  if (!target) return { ok: false, reason: 'not-there' }
  if (isFinal(target.state)) return { ok: false, reason: 'finished' }
  if (target.isClaimed) return { ok: false, reason: 'in-a-call' }
  await tx.sql(sql`
    UPDATE target SET state = 'reached', finished_at = ${now}::timestamptz, finished_desk_id = ${deskId}::int, next_at = NULL, appointment_with = NULL,
      last_outcome = ${conversationOutcome}, last_attempt_at = ${now}::timestamptz, last_caller_id = NULL, set_aside_by = NULL, set_aside_at = NULL, ${claimEnds}
    WHERE corporation_id = ${corporationId}::int AND id = ${targetId}::uuid`)
  await markSpoken(tx, scope, { tenantId: target.tenantId, at: now })
  const details = { desk: deskId, contact: contactId }
  await recordAudit(tx, scope, { action: 'target:finished-by-desk', subject: 'target', subjectId: targetId, details })
  await publish(tx, corporationId, campaignTopic(target.campaignId))
  if (target.assignedTo) await publishTo(tx, corporationId, { account: target.assignedTo, topic: todayTopic })
  return { ok: true }
}

async function hold(tx: SqlRunner, scope: CorporationScope, targetId: string): Promise<Held | null> {
  const { corporationId } = scope
  await holdHomes(
    tx,
    scope,
    sql`SELECT tenant_id FROM target WHERE corporation_id = ${corporationId}::int AND id = ${targetId}::uuid`,
  )
  const [row] = await tx.sql<Held>(sql`
    SELECT g.state, ${isClaimed} AS "isClaimed", g.campaign_id AS "campaignId", g.tenant_id AS "tenantId", g.assigned_to AS "assignedTo"
    FROM target g JOIN campaign c ON c.corporation_id = g.corporation_id AND c.id = g.campaign_id
    WHERE g.corporation_id = ${corporationId}::int AND g.id = ${targetId}::uuid AND c.state IN ${liveCampaigns} AND NOT c.uses_circumstances`)
  return row ?? null
}
