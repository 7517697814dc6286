import type { Actor } from '#app/accounts/authorize.server.ts'
import { recordAudit } from '#app/audit/record.server.ts'
import { campaignTopic } from '#app/campaigns/live-topics.ts'
import { publish } from '#app/core/live.server.ts'
import { inScopeSql } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import { type NotHeld, whyNotClaimed } from './claim-conflict.server.ts'

/** Gives a home back untouched: it stays on the list it was on. What was typed stays as a draft. */
export function releaseClaim(actor: Actor, targetId: string, fence: number): Promise<{ ok: true } | NotHeld> {
  return inScopeSql(actor, async (tx) => {
    const [released] = await tx.sql<{ campaignId: string }>(sql`
      UPDATE target SET claimed_by = NULL, lease_until = NULL, holder = NULL
      WHERE corporation_id = ${actor.corporationId}::int AND id = ${targetId}::uuid AND claimed_by = ${actor.accountId}::uuid AND fence = ${fence}::int
      RETURNING campaign_id AS "campaignId"`)
    if (!released) return whyNotClaimed(tx, actor, targetId)
    await recordAudit(tx, actor, { action: 'target:released', subject: 'target', subjectId: targetId })
    await publish(tx, actor.corporationId, campaignTopic(released.campaignId))
    return { ok: true }
  })
}
