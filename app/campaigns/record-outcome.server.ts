import type { Actor } from '#app/accounts/authorize.server.ts'
import { recordAudit } from '#app/audit/record.server.ts'
import { dateIn, instantAt } from '#app/core/clock.ts'
import type { FormErrors } from '#app/core/forms.ts'
import { onceOnly } from '#app/core/idempotent.server.ts'
import { publish } from '#app/core/live.server.ts'
import { inScopeSql, type SqlTx } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import { uuidV7 } from '#app/core/uuid.server.ts'
import type { Typed } from './call-view/typed.ts'
import { isCallingTime } from './calling-hours.ts'
import { keepDraft, removeDraft } from './drafts.server.ts'
import { type NotHeld, whyNotHeld } from './holder.server.ts'
import { outcomeRule } from './outcomes.ts'
import { type Policy, policySchema } from './policy.ts'
import { recordConversation } from './record-conversation.server.ts'
import type { OutcomeInput } from './schema.ts'
import { type TargetNow, targetAfter } from './target-state.ts'
import { isFinal, type TargetState } from './target-states.ts'
import { updateTenantAfter } from './tenant-after.server.ts'
import { campaignTopic } from './topic.ts'
import { withdrawTenant } from './withdraw.server.ts'

export type OutcomeRecorded = {
  ok: true
  campaignId: string
  attemptId: string
  conversationId: string | null
  /** Where the home stands now. */
  state: TargetState
  nextAt: string | null
}
export type OutcomeRefused = NotHeld | { ok: false; reason: 'invalid'; errors: FormErrors }

export type HeldTarget = TargetNow & {
  id: string
  tenantId: string
  campaignId: string
  homeId: string
  policy: Policy
  /** E.164, without those that proved wrong or dead. */
  numbers: string[]
}

/**
 * Writes down how a call went, in one transaction: the attempt, the conversation and what was promised, corrections,
 * what it says about the tenant, and where the home goes now. `typed` is the form as it was: when the home is no longer
 * theirs nothing is written but that, as a draft. The same key gives the same answer.
 */
export function recordOutcome(
  actor: Actor,
  targetId: string,
  input: OutcomeInput,
  typed: Typed,
  now: Date,
): Promise<OutcomeRecorded | OutcomeRefused> {
  return inScopeSql(actor, (tx) =>
    onceOnly(tx, actor, { key: input.key, operation: 'call:outcome' }, () =>
      record(tx, actor, targetId, input, typed, now),
    ),
  )
}

async function record(
  tx: SqlTx,
  actor: Actor,
  targetId: string,
  input: OutcomeInput,
  typed: Typed,
  now: Date,
): Promise<OutcomeRecorded | OutcomeRefused> {
  const target = await lockHeld(tx, actor, targetId, input.fence)
  if (!target) {
    await keepDraft(tx, actor, targetId, input.fence, typed)
    return whyNotHeld(tx, actor, targetId)
  }
  const number = numberRung(target, input)
  const errors = await problemsWith(tx, actor, target, input, number, now)
  if (errors) return { ok: false, reason: 'invalid', errors }
  const after = targetAfter(target, triedOf(actor, target, input, number), {
    policy: target.policy,
    zone: actor.timeZone,
    now,
  })
  const attemptId = await insertAttempt(tx, actor, target, input, number, now)
  const conversationId = await recordConversation(tx, actor, target, input, attemptId, now)
  await updateTenantAfter(tx, actor, target, input, number, now)
  await moveTarget(tx, actor, target, after, input, now)
  const { tenantEffect } = outcomeRule(input.outcome)
  if (tenantEffect) await withdrawTenant(tx, actor, dateIn(actor.timeZone, now), target.tenantId)
  await removeDraft(tx, actor, targetId)
  await recordAudit(tx, actor, {
    action: 'attempt:recorded',
    subject: 'target',
    subjectId: targetId,
    details: { outcome: input.outcome, state: after.state },
  })
  await publish(tx, actor.corporationId, campaignTopic(target.campaignId))
  await publish(tx, actor.corporationId, `today:${actor.accountId}`)
  return {
    ok: true,
    campaignId: target.campaignId,
    attemptId,
    conversationId,
    state: after.state,
    nextAt: after.nextAt?.toISOString() ?? null,
  }
}

/**
 * Whoever holds the claim with this fence, or held it last while nobody took it after them. A home that was withdrawn
 * while they were on the phone is theirs to write about as well; it stays withdrawn.
 */
async function lockHeld(
  tx: SqlTx,
  { corporationId, accountId }: Actor,
  targetId: string,
  fence: number,
): Promise<HeldTarget | null> {
  const [row] = await tx.sql<Omit<HeldTarget, 'policy'> & { policy: unknown }>(sql`
    SELECT g.id, g.tenant_id AS "tenantId", g.campaign_id AS "campaignId", g.home_id AS "homeId", g.state, g.attempt_count AS "attemptCount",
      g.assigned_to AS "assignedTo", g.next_at AS "nextAt", g.appointment_with AS "appointmentWith", g.finished_at AS "finishedAt",
      g.withdrawn_reason AS "withdrawnReason", c.policy, ARRAY(
        SELECT DISTINCT n FROM unnest(ARRAY[t.landline, t.mobile, t.other_phone]) n
        WHERE n IS NOT NULL AND NOT EXISTS (SELECT FROM number_strike s WHERE s.corporation_id = t.corporation_id AND s.tenant_id = t.id AND s.number = n)) AS numbers
    FROM target g
    JOIN campaign c ON c.corporation_id = g.corporation_id AND c.id = g.campaign_id
    JOIN tenant t ON t.corporation_id = g.corporation_id AND t.id = g.tenant_id
    WHERE g.corporation_id = ${corporationId}::int AND g.id = ${targetId}::uuid AND g.holder = ${accountId}::uuid AND g.fence = ${fence}::int
      AND g.state IN ('open', 'retry', 'appointment', 'withdrawn')
    FOR UPDATE OF g`)
  return row ? { ...row, policy: policySchema.parse(row.policy) } : null
}

/** The number they said, else the only one there is. */
function numberRung({ numbers }: HeldTarget, { outcome, numberUsed }: OutcomeInput): string | null {
  if (outcome === 'skipped') return null
  if (numberUsed && numbers.includes(numberUsed)) return numberUsed
  return numbers.length === 1 ? (numbers[0] ?? null) : null
}

function triedOf(actor: Actor, { numbers }: HeldTarget, input: OutcomeInput, number: string | null) {
  const { strikes } = outcomeRule(input.outcome)
  return {
    outcome: input.outcome,
    callerId: actor.accountId,
    againAt: againAt(actor, input),
    againWith: input.againWith === 'me' ? actor.accountId : null,
    numbersLeft: numbers.filter((one) => !(strikes && one === number)).length,
  }
}

function againAt({ timeZone }: Actor, { againOn, againAt }: OutcomeInput): Date | null {
  return againOn ? instantAt(timeZone, againOn, againAt ?? '00:00') : null
}

/** What only the database and the clock can tell of what was filled in. */
async function problemsWith(
  tx: SqlTx,
  actor: Actor,
  target: HeldTarget,
  input: OutcomeInput,
  number: string | null,
  now: Date,
): Promise<FormErrors | null> {
  const errors: FormErrors = {}
  const again = againAt(actor, input)
  const isPromised = again && input.outcome !== 'skipped'
  if (isPromised && again <= now) errors.againAt = 'again-past'
  else if (isPromised && !isCallingTime(target.policy, actor.timeZone, again)) errors.againAt = 'again-outside-hours'
  if (outcomeRule(input.outcome).strikes && !number) errors.numberUsed = 'number-required'
  const today = dateIn(actor.timeZone, now)
  for (const [place, { dueOn }] of input.followUps.entries())
    if (dueOn < today) errors[`followUps.${place}.dueOn`] = 'date-past'
  const known = await knownAgencies(tx, actor, input)
  for (const [place, { agencyId }] of input.referrals.entries())
    if (!known.includes(agencyId)) errors[`referrals.${place}.agencyId`] = 'required'
  return Object.keys(errors).length > 0 ? errors : null
}

async function knownAgencies(tx: SqlTx, { corporationId }: Actor, { referrals }: OutcomeInput): Promise<string[]> {
  if (referrals.length === 0) return []
  const ids = referrals.map(({ agencyId }) => agencyId)
  const rows = await tx.sql<{ id: string }>(
    sql`SELECT id FROM agency WHERE corporation_id = ${corporationId}::int AND id = ANY(${ids}::uuid[]) AND ended_at IS NULL`,
  )
  return rows.map(({ id }) => id)
}

async function insertAttempt(
  tx: SqlTx,
  actor: Actor,
  target: HeldTarget,
  input: OutcomeInput,
  number: string | null,
  now: Date,
): Promise<string> {
  const id = uuidV7()
  // The browser's clock may be wrong: never in the future, nor longer ago than a working day.
  await tx.sql(sql`
    INSERT INTO attempt (corporation_id, id, target_id, campaign_id, tenant_id, account_id, started_at, at, outcome, number_used, skip_reason)
    VALUES (${actor.corporationId}::int, ${id}::uuid, ${target.id}::uuid, ${target.campaignId}::uuid, ${target.tenantId}::uuid, ${actor.accountId}::uuid,
      greatest(least(${input.startedAt}::timestamptz, ${now}::timestamptz), ${now}::timestamptz - interval '8 hours'), ${now}::timestamptz, ${input.outcome}, ${number}::text, ${input.skipReason}::text)`)
  return id
}

/** The claim ends with it; a withdrawn home only gets its last outcome. */
async function moveTarget(
  tx: SqlTx,
  actor: Actor,
  before: HeldTarget,
  after: TargetNow,
  { fence, outcome }: OutcomeInput,
  now: Date,
) {
  const moved = await tx.sql(sql`
    UPDATE target SET state = ${after.state}, attempt_count = ${after.attemptCount}::int, next_at = ${after.nextAt}::timestamptz,
      assigned_to = ${after.assignedTo}::uuid, appointment_with = ${after.appointmentWith}::uuid, finished_at = ${after.finishedAt}::timestamptz,
      withdrawn_reason = ${after.withdrawnReason}::text, last_outcome = ${outcome}, last_attempt_at = ${now}::timestamptz, last_caller_id = ${actor.accountId}::uuid,
      claimed_by = NULL, lease_until = NULL, holder = NULL
    WHERE corporation_id = ${actor.corporationId}::int AND id = ${before.id}::uuid AND state = ${before.state} AND fence = ${fence}::int
    RETURNING id`)
  if (moved.length !== 1) throw new Error('The home changed while its row was locked.')
  if (after.appointmentWith && after.appointmentWith !== actor.accountId && !isFinal(after.state)) {
    await publish(tx, actor.corporationId, `today:${after.appointmentWith}`)
  }
}
