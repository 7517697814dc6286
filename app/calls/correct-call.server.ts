import type { Actor } from '#app/accounts/authorize.server.ts'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import { campaignTopic } from '#app/campaigns/live-topics.ts'
import { undoReportIn } from '#app/campaigns/report-status.server.ts'
import type { TargetState } from '#app/campaigns/target.ts'
import { withdrawTenant } from '#app/campaigns/withdraw-tenant.server.ts'
import type { Opening } from '#app/claims/draft-store.server.ts'
import { correctConversation } from '#app/conversations/correct-conversation.server.ts'
import { type Outcome, outcomeRule } from '#app/conversations/outcomes.ts'
import { recordConversation } from '#app/conversations/record-conversation.server.ts'
import type { FormErrors } from '#app/core/forms.ts'
import { publish, publishTo } from '#app/core/live.server.ts'
import { inScopeSql, type SqlTx } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import { unstrikeNumber } from '#app/tenants/strike-number.server.ts'
import { dateIn } from '#app/time/clock.ts'
import { todayTopic } from '#app/today/live-topics.ts'
import { numberRung } from './claimed-target.server.ts'
import { removeCorrectionDraft } from './correction-drafts.server.ts'
import { asOutcome, type CallCorrection } from './correction-schema.ts'
import { retellLastContact } from './last-contact.server.ts'
import { outcomeProblems } from './outcome-problems.server.ts'
import { lockSavedCall, type SavedCall, type Which } from './saved-call.server.ts'
import type { OutcomeInput } from './schema.ts'
import { targetAfter } from './target-after.ts'
import { homeAfter, triedOf } from './tried.server.ts'
import { updateTenantAfterCall } from './update-tenant-after-call.server.ts'

export type CallCorrected =
  | { ok: true; tenantId: string; conversationId: string | null }
  | { ok: false; errors: FormErrors }
type Correcting = { correction: CallCorrection; now: Date }
/** `opening`: of the form it was typed in; without it, whatever they typed of it and did not save goes. */
type Typed = Correcting & { opening?: Opening }

/**
 * Corrects what was written down of a call, and what it came to. Another outcome does to the home and the tenant what it
 * would have done at once; what the former did is taken back. Promises stay. Null when it is not theirs to correct.
 */
export function correctCall(
  actor: Actor,
  which: Which,
  { opening, ...correcting }: Typed,
): Promise<CallCorrected | null> {
  return inScopeSql(actor, async (tx): Promise<CallCorrected | null> => {
    const call = await lockSavedCall(tx, actor, which)
    const corrected = call
      ? await correctSaved(tx, actor, { call, ...correcting })
      : await correctUncalled(tx, actor, { which, ...correcting })
    if (corrected?.ok) await removeCorrectionDraft(tx, actor, { which, opening })
    return corrected
  })
}

async function correctUncalled(
  tx: SqlTx,
  actor: Actor,
  { which, correction }: Correcting & { which: Which },
): Promise<CallCorrected | null> {
  if (!('conversationId' in which)) return null
  const found = await correctConversation(tx, actor, { id: which.conversationId, correction, outcome: null })
  return found && { ok: true, tenantId: found.tenantId, conversationId: which.conversationId }
}

type Saved = Correcting & { call: SavedCall }

async function correctSaved(tx: SqlTx, actor: Actor, { call, correction, now }: Saved): Promise<CallCorrected> {
  const { objects, was } = correction
  const outcome = correction.outcome ?? call.outcome
  if (was && was !== call.outcome) return { ok: false, errors: { outcome: 'corrected-meanwhile' } }
  const isObjection = outcomeRule(outcome).reportedStatus === 'objected'
  const isOther = outcome !== call.outcome || (correction.outcome !== null && isObjection && objects !== call.objects)
  const input = asOutcome(call, { ...correction, outcome })
  if (isOther) {
    const number = outcomeRule(outcome).isRung ? (call.numberUsed ?? numberRung(call, input)) : null
    const errors = await outcomeProblems(tx, actor, { target: call, input, number, now })
    if (errors) return { ok: false, errors }
    await changeOutcome(tx, actor, { call, input, number, now })
  }
  const conversationId = await correctWords(tx, actor, { call, correction, outcome })
  return { ok: true, tenantId: call.tenantId, conversationId }
}

/** What was said stays with the call; a call of which nothing was written down may get its words now. Gives their id. */
async function correctWords(
  tx: SqlTx,
  actor: Actor,
  { call, correction, outcome }: { call: SavedCall; correction: CallCorrection; outcome: Outcome },
) {
  const { conversationId: id, tenantId, campaignId, attemptId, callerId, at } = call
  const { notes, spokeWith, language, wellbeing, topics, urgentRang } = correction
  const change = outcome === call.outcome ? null : { from: call.outcome, to: outcome }
  if (id) {
    await correctConversation(tx, actor, { id, correction, outcome: change })
    return id
  }
  const isWritten = outcomeRule(outcome).opensNotes || [notes, spokeWith, language].some((text) => text !== '')
  if (!isWritten) return null
  const from = { tenantId, campaignId, attemptId, at, by: callerId }
  return recordConversation(tx, actor, { ...from, notes, spokeWith, language, wellbeing, topics, urgentRang })
}

type Change = { call: SavedCall; input: OutcomeInput; number: string | null; now: Date }

async function changeOutcome(tx: SqlTx, actor: Actor, { call, input, number, now }: Change) {
  const { tenantId, campaignId, callerId, attemptId, at } = call
  await takeBack(tx, actor, { call, now })
  await tx.sql(sql`
    UPDATE attempt SET outcome = ${input.outcome}, number_used = ${number}::text, skip_reason = ${input.skipReason}::text
    WHERE corporation_id = ${actor.corporationId}::int AND id = ${attemptId}::uuid`)
  await updateTenantAfterCall(tx, actor, { call: { tenantId, number, at }, input })
  const likesCalls = call.objects && call.before.wantsCalls
  await retellLastContact(tx, actor, { tenantId, likesCalls })
  const state = call.homeStays
    ? await countAnew(tx, actor, { call, input })
    : await moveHome(tx, actor, { call, input, number })
  await withdrawTenant(tx, actor, { today: dateIn(actor.timeZone, now), tenantId })
  await recordAudit(tx, actor, {
    action: 'attempt:corrected',
    subject: 'target',
    subjectId: call.targetId,
    details: { from: call.outcome, to: input.outcome, state },
  })
  await publish(tx, actor.corporationId, campaignTopic(campaignId))
  await publishTo(tx, actor.corporationId, { account: callerId, topic: todayTopic })
}

/** What the former outcome said of the tenant, and of the number. */
async function takeBack(tx: SqlTx, actor: Actor, { call, now }: { call: SavedCall; now: Date }) {
  const { tenantId, at, numberUsed } = call
  const { reportedStatus, strikes } = outcomeRule(call.outcome)
  const reports = await tx.sql<{ id: string }>(sql`
    SELECT id FROM tenant_report WHERE corporation_id = ${actor.corporationId}::int AND tenant_id = ${tenantId}::uuid
      AND kind = ${reportedStatus}::text AND at = ${at}::timestamptz AND undone_at IS NULL`)
  for (const { id } of reports) await undoReportIn(tx, actor, { id, now })
  if (strikes && numberUsed) await unstrikeNumber(tx, actor, { tenantId, number: numberUsed })
}

/** The home stands where this outcome would have put it at once; nobody gets it who has left the campaign. */
async function moveHome(
  tx: SqlTx,
  actor: Actor,
  { call, input, number }: Omit<Change, 'now'>,
): Promise<TargetState | null> {
  const tried = triedOf(actor, call, { input, number, callerId: call.callerId })
  const after = targetAfter(call.before, tried, { policy: call.policy, zone: actor.timeZone, now: call.at })
  const stillIn = (accountId: string | null) => sql`(SELECT m.account_id FROM campaign_caller m
    WHERE m.corporation_id = ${actor.corporationId}::int AND m.campaign_id = ${call.campaignId}::uuid AND m.account_id = ${accountId}::uuid AND m.left_at IS NULL)`
  await tx.sql(sql`
    UPDATE target SET ${homeAfter(after)}, assigned_to = ${stillIn(after.assignedTo)}, appointment_with = ${stillIn(after.appointmentWith)},
      withdrawn_from = NULL, last_outcome = ${input.outcome}
    WHERE corporation_id = ${actor.corporationId}::int AND id = ${call.targetId}::uuid`)
  if (after.appointmentWith && after.appointmentWith !== call.callerId)
    await publishTo(tx, actor.corporationId, { account: after.appointmentWith, topic: todayTopic })
  return after.state
}

/** What came after it stands; only the tries are counted anew, also those that a later call began with. */
async function countAnew(tx: SqlTx, actor: Actor, { call, input }: Pick<Change, 'call' | 'input'>): Promise<null> {
  const tries = (outcome: Outcome) => (outcomeRule(outcome).usesAttempt ? 1 : 0)
  const more = tries(input.outcome) - tries(call.outcome)
  await tx.sql(sql`
    UPDATE target g SET attempt_count = least(greatest(0, attempt_count + ${more}::int), ${call.policy.maxAttempts}::int),
      last_outcome = CASE WHEN last_attempt_at = ${call.at}::timestamptz THEN ${input.outcome} ELSE last_outcome END
    WHERE corporation_id = ${actor.corporationId}::int AND id = ${call.targetId}::uuid`)
  await tx.sql(sql`
    UPDATE attempt SET before = jsonb_set(before, '{attemptCount}', to_jsonb(greatest(0, (before->>'attemptCount')::int + ${more}::int)))
    WHERE corporation_id = ${actor.corporationId}::int AND target_id = ${call.targetId}::uuid AND (at, id) > (${call.at}::timestamptz, ${call.attemptId}::uuid)
      AND before IS NOT NULL`)
  return null
}
