import type { Actor } from '#app/accounts/authorize.server.ts'
import { recordAudit } from '#app/audit/record.server.ts'
import { urgentTopic } from '#app/conversations/live-topics.ts'
import { outcomeRule } from '#app/conversations/outcomes.ts'
import { notesColumn, urgentColumn } from '#app/conversations/sealed-columns.ts'
import { publish } from '#app/core/live.server.ts'
import type { SqlTx } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import { uuidV7 } from '#app/core/uuid.server.ts'
import { type Sealer, sealerFor } from '#app/corporations/sealer.server.ts'
import { createFollowUp } from '#app/follow-ups/create-follow-ups.server.ts'
import { requestGesture } from '#app/gestures/request-gestures.server.ts'
import { createReferral } from '#app/referrals/create-referrals.server.ts'
import { dateIn } from '#app/time/clock.ts'
import type { OutcomeInput } from './schema.ts'

type Talked = { tenantId: string; campaignId: string }

/** What was said and promised, when there was a conversation; gives its id. Every free text is sealed. */
export async function recordConversation(
  tx: SqlTx,
  actor: Actor,
  talked: Talked,
  input: OutcomeInput,
  attemptId: string,
  now: Date,
): Promise<string | null> {
  if (!outcomeRule(input.outcome).opensNotes) return null
  const sealer = await sealerFor(tx, actor.corporationId)
  const id = uuidV7()
  const { tenantId, campaignId } = talked
  const notes = input.notes ? sealer.seal(notesColumn(id), input.notes) : null
  const isUrgent = input.wellbeing === 'urgent'
  const urgent = isUrgent ? sealer.seal(urgentColumn(id), input.urgentRang) : null
  await tx.sql(sql`
    INSERT INTO conversation (corporation_id, id, tenant_id, account_id, at, attempt_id, campaign_id, notes_sealed, wellbeing, topics, urgent_sealed)
    VALUES (${actor.corporationId}::int, ${id}::uuid, ${tenantId}::uuid, ${actor.accountId}::uuid, ${now}::timestamptz, ${attemptId}::uuid, ${campaignId}::uuid,
      ${notes}::bytea, ${input.wellbeing}::text, ${input.topics}::text[], ${urgent}::bytea)`)
  await recordAudit(tx, actor, {
    action: 'conversation:recorded',
    subject: 'conversation',
    subjectId: id,
    details: { wellbeing: input.wellbeing, topics: input.topics },
  })
  await recordPromises(
    tx,
    actor,
    sealer,
    { tenantId, campaignId, conversationId: id, at: now },
    input,
    dateIn(actor.timeZone, now),
  )
  if (isUrgent) await publish(tx, actor.corporationId, urgentTopic)
  return id
}

type Place = Talked & { conversationId: string; at: Date }

async function recordPromises(
  tx: SqlTx,
  actor: Actor,
  sealer: Sealer,
  place: Place,
  input: OutcomeInput,
  today: string,
) {
  for (const followUp of input.followUps) await createFollowUp(tx, actor, sealer, { ...place, ...followUp })
  for (const { ownerId, ...referral } of input.referrals) {
    await createReferral(tx, actor, sealer, { ...place, ...referral, ownerId: ownerId ?? actor.accountId, today })
  }
  for (const gesture of input.gestures) await requestGesture(tx, actor, sealer, { ...place, ...gesture })
}
