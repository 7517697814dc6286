import type { Actor } from '#app/accounts/authorize.server.ts'
import { campaignTopic } from '#app/campaigns/live-topics.ts'
import { conversationOutcome } from '#app/conversations/outcomes.ts'
import { recordConversation } from '#app/conversations/record-conversation.server.ts'
import type { FormErrors } from '#app/core/forms.ts'
import { idempotently } from '#app/core/idempotently.server.ts'
import { publish } from '#app/core/live.server.ts'
import { inScopeSql, type SqlTx } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import { removeConversationDraft } from './conversation-drafts.server.ts'
import { promiseProblems } from './outcome-problems.server.ts'
import { recordPromises } from './record-promises.server.ts'
import type { OutcomeInput } from './schema.ts'
import { updateTenantAfterCall } from './update-tenant-after-call.server.ts'

/** Whom it was with; with the home on a list when it stood on one. */
export type SpokenWith = { tenantId: string; target: { id: string; campaignId: string } | null }
export type ConversationAdded = { ok: true; conversationId: string }
export type AddedConversation = ConversationAdded | { ok: false; errors: FormErrors }

/**
 * Writes down a conversation that was no call of ours: they rang back, or stood at the desk. A home that was given up as
 * unreachable is reached with it; no other home moves. The same key gives the same answer.
 */
export function addConversation(
  actor: Actor,
  { tenantId, target }: SpokenWith,
  { input, basedOn, now }: { input: OutcomeInput; basedOn?: string | null; now: Date },
): Promise<AddedConversation> {
  return inScopeSql(actor, async (tx): Promise<AddedConversation> => {
    const errors = await promiseProblems(tx, actor, { input, now })
    if (Object.keys(errors).length > 0) return { ok: false, errors }
    return idempotently({ tx, scope: actor }, { key: input.key, operation: 'conversation:add' }, async () => {
      const { notes, wellbeing, topics, urgentRang } = input
      const from = { tenantId, campaignId: target?.campaignId ?? null }
      const spoken = { ...from, attemptId: null, at: now, notes, wellbeing, topics, urgentRang }
      const conversationId = await recordConversation(tx, actor, spoken)
      await recordPromises(tx, actor, { promisedIn: { ...from, conversationId, at: now }, input })
      await updateTenantAfterCall(tx, actor, { call: { tenantId, number: null, at: now }, input })
      await removeConversationDraft(tx, actor, { tenantId, opening: { key: input.key, basedOn } })
      if (target) await markReached(tx, actor, { target, now })
      return { ok: true as const, conversationId }
    })
  })
}

async function markReached(
  tx: SqlTx,
  { corporationId, accountId }: Actor,
  { target: { id, campaignId }, now }: { target: { id: string; campaignId: string }; now: Date },
) {
  const reached = await tx.sql(sql`
    UPDATE target SET state = 'reached', finished_at = ${now}::timestamptz, last_outcome = ${conversationOutcome}, last_attempt_at = ${now}::timestamptz,
      last_caller_id = ${accountId}::uuid
    WHERE corporation_id = ${corporationId}::int AND id = ${id}::uuid AND state = 'unreachable' RETURNING id`)
  if (reached.length > 0) await publish(tx, corporationId, campaignTopic(campaignId))
}
