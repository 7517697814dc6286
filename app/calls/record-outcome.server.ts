import type { Actor } from '#app/accounts/authorize.server.ts'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import { holdHomes } from '#app/campaigns/hold-homes.server.ts'
import { campaignTopic } from '#app/campaigns/live-topics.ts'
import { isFinal, type TargetState } from '#app/campaigns/target.ts'
import { withdrawTenant } from '#app/campaigns/withdraw-tenant.server.ts'
import { claimEnds } from '#app/claims/claim-kind.ts'
import type { DraftFields } from '#app/claims/draft-fields.ts'
import { submitClaimed } from '#app/claims/submit-claimed.server.ts'
import type { NotClaimed } from '#app/claims/why-not-claimed.server.ts'
import { outcomeRule } from '#app/conversations/outcomes.ts'
import { recordConversation } from '#app/conversations/record-conversation.server.ts'
import type { FormErrors } from '#app/core/forms.ts'
import { publish, publishTo } from '#app/core/live.server.ts'
import type { SqlTx } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import { uuidV7 } from '#app/core/uuid.server.ts'
import { dateIn } from '#app/time/clock.ts'
import { todayTopic } from '#app/today/live-topics.ts'
import { type ClaimedTarget, lockClaimed, numberRung } from './claimed-target.server.ts'
import { homeBefore } from './home-before.ts'
import { outcomeProblems } from './outcome-problems.server.ts'
import { recordPromises } from './record-promises.server.ts'
import type { OutcomeInput } from './schema.ts'
import { type TargetNow, targetAfter } from './target-after.ts'
import { targetClaims } from './target-claims.ts'
import { homeAfter, triedOf } from './tried.server.ts'
import { updateTenantAfterCall } from './update-tenant-after-call.server.ts'

export type OutcomeRecorded = {
  ok: true
  campaignId: string
  attemptId: string
  conversationId: string | null
  /** What was said of the tenant, and can be taken back. */
  reportId: string | null
  /** Where the home stands now. */
  state: TargetState
  nextAt: string | null
}
type Invalid = { ok: false; reason: 'invalid'; errors: FormErrors }
export type OutcomeRefused = NotClaimed | Invalid
/** `basedOn`: what the form began with or kept last. */
type ToRecord = { input: OutcomeInput; draftFields: DraftFields; basedOn?: string | null; now: Date }

/**
 * Writes down how a call went, in one transaction: the attempt, the conversation and what was promised, corrections,
 * what it says about the tenant, and where the home goes now. `draftFields` is the form as it was: when the home is no longer
 * theirs nothing is written but that, as a draft. The same key gives the same answer.
 */
export function recordOutcome(
  actor: Actor,
  targetId: string,
  { input, draftFields, basedOn, now }: ToRecord,
): Promise<OutcomeRecorded | OutcomeRefused> {
  const { key, fence } = input
  const text = { draftFields, basedOn }
  const submission = { ...text, kind: targetClaims, id: targetId, fence, key, operation: 'call:outcome' }
  return submitClaimed(actor, submission, {
    lock: async (tx) => {
      await holdHomes(
        tx,
        actor,
        sql`SELECT tenant_id FROM target WHERE corporation_id = ${actor.corporationId}::int AND id = ${targetId}::uuid`,
      )
      return lockClaimed(tx, actor, { targetId, fence })
    },
    save: (tx, target) => record(tx, actor, { target, input, now }),
  })
}

async function record(
  tx: SqlTx,
  actor: Actor,
  { target, input, now }: { target: ClaimedTarget; input: OutcomeInput; now: Date },
): Promise<OutcomeRecorded | Invalid> {
  const number = numberRung(target, input)
  const errors = await outcomeProblems(tx, actor, { target, input, number, now })
  if (errors) return { ok: false, reason: 'invalid', errors }
  const after = targetAfter(target, triedOf(actor, target, { input, number, callerId: actor.accountId }), {
    policy: target.policy,
    zone: actor.timeZone,
    now,
  })
  const attemptId = await insertAttempt(tx, actor, { target, input, number, now })
  const conversationId = await recordSpoken(tx, actor, { call: { target, attemptId, at: now }, input })
  const reportId = await updateTenantAfterCall(tx, actor, {
    call: { tenantId: target.tenantId, number, at: now },
    input,
  })
  await moveTarget(tx, actor, { before: target, after, outcomeInput: input, now })
  if (outcomeRule(input.outcome).reportedStatus)
    await withdrawTenant(tx, actor, { today: dateIn(actor.timeZone, now), tenantId: target.tenantId })
  await recordAudit(tx, actor, {
    action: 'attempt:recorded',
    subject: 'target',
    subjectId: target.id,
    details: { outcome: input.outcome, state: after.state },
  })
  await publish(tx, actor.corporationId, campaignTopic(target.campaignId))
  await publishTo(tx, actor.corporationId, { account: actor.accountId, topic: todayTopic })
  return {
    ok: true,
    campaignId: target.campaignId,
    attemptId,
    conversationId,
    reportId,
    state: after.state,
    nextAt: after.nextAt?.toISOString() ?? null,
  }
}

async function insertAttempt(
  tx: SqlTx,
  actor: Actor,
  { target, input, number, now }: { target: ClaimedTarget; input: OutcomeInput; number: string | null; now: Date },
): Promise<string> {
  const id = uuidV7()
  // The browser's clock may be wrong: never in the future, nor longer ago than a working day.
  await tx.sql(sql`
    INSERT INTO attempt (corporation_id, id, target_id, campaign_id, tenant_id, account_id, started_at, at, outcome, number_used, skip_reason, before)
    VALUES (${actor.corporationId}::int, ${id}::uuid, ${target.id}::uuid, ${target.campaignId}::uuid, ${target.tenantId}::uuid, ${actor.accountId}::uuid,
      greatest(least(${input.startedAt}::timestamptz, ${now}::timestamptz), ${now}::timestamptz - interval '8 hours'), ${now}::timestamptz, ${input.outcome}, ${number}::text, ${input.skipReason}::text, ${homeBefore(target)}::jsonb)`)
  return id
}

type Call = { target: ClaimedTarget; attemptId: string; at: Date }

/** What was said and promised, when there was a conversation or something to remember; gives its id. */
async function recordSpoken(
  tx: SqlTx,
  actor: Actor,
  { call: { target, attemptId, at }, input }: { call: Call; input: OutcomeInput },
) {
  const { notes, spokeWith, language, wellbeing, topics, urgentRang } = input
  const isWritten = outcomeRule(input.outcome).opensNotes || [notes, spokeWith, language].some((text) => text !== '')
  if (!isWritten) return null
  const { tenantId, campaignId } = target
  const spoken = { tenantId, campaignId, attemptId, at, notes, spokeWith, language, wellbeing, topics, urgentRang }
  const conversationId = await recordConversation(tx, actor, spoken)
  await recordPromises(tx, actor, { promisedIn: { conversationId, tenantId, campaignId, at }, input })
  return conversationId
}

/** The claim ends with it; a withdrawn home only gets its last outcome. */
async function moveTarget(
  tx: SqlTx,
  actor: Actor,
  {
    before,
    after,
    outcomeInput: { fence, outcome },
    now,
  }: { before: ClaimedTarget; after: TargetNow; outcomeInput: OutcomeInput; now: Date },
) {
  const moved = await tx.sql(sql`
    UPDATE target SET ${homeAfter(after)}, assigned_to = ${after.assignedTo}::uuid, appointment_with = ${after.appointmentWith}::uuid,
      last_outcome = ${outcome}, last_attempt_at = ${now}::timestamptz, last_caller_id = ${actor.accountId}::uuid,
      set_aside_by = NULL, set_aside_at = NULL,
      ${claimEnds}
    WHERE corporation_id = ${actor.corporationId}::int AND id = ${before.id}::uuid AND state = ${before.state} AND fence = ${fence}::int
    RETURNING id`)
  if (moved.length !== 1) throw new Error('The home changed while its row was locked.')
  if (after.appointmentWith && after.appointmentWith !== actor.accountId && !isFinal(after.state)) {
    await publishTo(tx, actor.corporationId, { account: after.appointmentWith, topic: todayTopic })
  }
}
