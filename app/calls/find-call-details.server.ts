import type { Actor } from '#app/accounts/authorize.server.ts'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import { type Policy, policySchema } from '#app/campaigns/calling-policy.ts'
import type { Script } from '#app/campaigns/script.ts'
import { stillToDo } from '#app/campaigns/still-to-do.ts'
import { inHandsOf } from '#app/claims/claim-kind.ts'
import type { Draft } from '#app/claims/draft-store.server.ts'
import { findDraft } from '#app/claims/drafts.server.ts'
import { type NotClaimed, whyNotClaimed } from '#app/claims/why-not-claimed.server.ts'
import { listConversations } from '#app/conversations/list-conversations.server.ts'
import type { Outcome } from '#app/conversations/outcomes.ts'
import { readUrgentNumbers } from '#app/conversations/urgent-numbers.server.ts'
import { inScope, type Tx } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import { type Sealer, sealerFor } from '#app/corporations/sealer.server.ts'
import type { FollowUpKind } from '#app/follow-ups/follow-up.ts'
import { listOpenPromises } from '#app/follow-ups/list-open-promises.server.ts'
import { addressColumns, nameColumns } from '#app/tenants/addressee-columns.server.ts'
import { listHomeWarnings } from '#app/tenants/home-warnings.server.ts'
import { listHousemates } from '#app/tenants/housemates.server.ts'
import { type Address, headingName, type PersonName, streetLine } from '#app/tenants/names.ts'
import { numbersToDial } from '#app/tenants/phone-numbers.ts'
import { dialable } from '#app/tenants/phone-text.server.ts'
import { attentionColumn } from '#app/tenants/sealed-columns.ts'
import { ageOn, dateIn } from '#app/time/clock.ts'
import type { CallDetails, CallNumber, Standing } from './call-details.ts'
import { standingSql } from './standing.server.ts'
import { targetClaims } from './target-claims.ts'

/** `writtenBy`: the colleague whose text it was. */
export type FoundCall =
  | {
      ok: true
      callDetails: CallDetails
      draft: Draft | null
      writtenBy: string | null
      policy: Policy
      campaignId: string
      tenantId: string
    }
  | (NotClaimed & { draft: Draft | null; writtenBy: string | null; isSaved: boolean })

type Row = PersonName &
  Address & {
    tenantId: string
    campaignId: string
    homeId: string
    fence: number
    attemptCount: number
    appointmentAt: Date | null
    birthOn: string | null
    livesHereSince: string | null
    householdSize: number | null
    landline: string | null
    mobile: string | null
    toDial: string[]
    attentionSealed: Uint8Array | null
    campaignName: string
    reason: string
    script: Script
    policy: unknown
    standing: Standing
    toGo: number
  }

const mostEarlier = 5

/**
 * All that the caller's screen needs of the home in their hands: whom to ask for, why, and what was said and promised
 * before. Arrears and nuisance are not read here at all. Looking is written down.
 */
export function findCallDetails(actor: Actor, targetId: string, now: Date): Promise<FoundCall> {
  return inScope(actor, async (tx): Promise<FoundCall> => {
    const row = await findClaimed(tx, actor, targetId)
    const target = { kind: targetClaims, id: targetId }
    const draft = await findDraft(tx, actor, target)
    const writtenBy = draft && (await findAuthor(tx, actor, targetId))
    if (!row)
      return {
        ...(await whyNotClaimed(tx, actor, target)),
        draft,
        writtenBy,
        isSaved: await hasSaved(tx, actor, targetId),
      }
    await recordAudit(tx, actor, {
      action: 'tenant:viewed',
      subject: 'tenant',
      subjectId: row.tenantId,
      details: { target: targetId },
    })
    const policy = policySchema.parse(row.policy)
    const callDetails = await callDetailsOf(tx, actor, { targetId, row, policy, now })
    return { ok: true, callDetails, draft, writtenBy, policy, campaignId: row.campaignId, tenantId: row.tenantId }
  })
}

/** Of a text that was taken over. */
async function findAuthor(tx: Tx, { corporationId, accountId }: Actor, targetId: string): Promise<string | null> {
  const [author] = await tx.sql<{ name: string }>(sql`
    SELECT a.name FROM call_draft d JOIN account a ON a.id = d.written_by
    WHERE d.corporation_id = ${corporationId}::int AND d.target_id = ${targetId}::uuid AND d.account_id = ${accountId}::uuid`)
  return author?.name ?? null
}

async function findClaimed(tx: Tx, actor: Actor, targetId: string): Promise<Row | undefined> {
  const { corporationId, accountId } = actor
  const [row] = await tx.sql<Row>(sql`
    SELECT g.tenant_id AS "tenantId", g.campaign_id AS "campaignId", g.home_id AS "homeId", g.fence, g.attempt_count AS "attemptCount",
      CASE WHEN g.state = 'appointment' THEN g.next_at END AS "appointmentAt", ${nameColumns},
      t.birth_on::text AS "birthOn", t.tenancy_started_on::text AS "livesHereSince", t.household_size AS "householdSize",
      t.landline, t.mobile, ${numbersToDial} AS "toDial", t.attention_sealed AS "attentionSealed", ${addressColumns},
      c.name AS "campaignName", c.reason_to_call AS reason, c.script, c.policy, ${standingSql(actor)} AS standing,
      (SELECT count(*)::int FROM target o WHERE o.corporation_id = g.corporation_id AND o.campaign_id = g.campaign_id
        AND o.state IN ${stillToDo} AND (o.assigned_to = ${accountId}::uuid OR o.assigned_to IS NULL)) AS "toGo"
    FROM target g
    JOIN campaign c ON c.corporation_id = g.corporation_id AND c.id = g.campaign_id
    JOIN tenant t ON t.corporation_id = g.corporation_id AND t.id = g.tenant_id
    JOIN home h ON h.corporation_id = g.corporation_id AND h.id = g.home_id
    WHERE g.corporation_id = ${corporationId}::int AND g.id = ${targetId}::uuid AND ${inHandsOf(actor, targetClaims)}
      AND g.state IN ${stillToDo}`)
  return row
}

async function callDetailsOf(
  tx: Tx,
  actor: Actor,
  { targetId, row, policy, now }: { targetId: string; row: Row; policy: Policy; now: Date },
): Promise<CallDetails> {
  const sealer = await sealerFor(tx, actor.corporationId)
  const { birthOn, livesHereSince, householdSize, sex, initials, firstName, infix, lastName } = row
  const today = dateIn(actor.timeZone, now)
  const age = birthOn ? ageOn(birthOn, today) : null
  const housemates = await listHousemates(tx, actor, { ...row, today })
  return {
    targetId,
    fence: row.fence,
    campaign: {
      id: row.campaignId,
      standing: row.standing,
      name: row.campaignName,
      reason: row.reason,
      script: row.script,
      toGo: row.toGo,
    },
    tenant: { sex, initials, firstName, infix, lastName, age, livesHereSince, householdSize },
    address: [streetLine(row), [row.postcode, row.city].filter(Boolean).join(' ')].filter((line) => line !== ''),
    numbers: await listNumbers(tx, actor, { targetId, row }),
    others: housemates.map((other) => headingName(other, actor.language)),
    warnings: await listHomeWarnings(tx, actor, { homeId: row.homeId, today }),
    attention: row.attentionSealed ? sealer.open(attentionColumn(row.tenantId), row.attentionSealed) : '',
    appointmentAt: row.appointmentAt?.toISOString() ?? null,
    tryNumber: row.attemptCount + 1,
    maxTries: policy.maxAttempts,
    attempts: await listAttempts(tx, actor, targetId),
    urgentNumbers: await readUrgentNumbers(tx, actor),
    ...(await listEarlier(tx, actor, { sealer, tenantId: row.tenantId })),
  }
}

/** They called here themselves a short while ago: the back button leads to what is done. */
async function hasSaved(tx: Tx, { corporationId, accountId }: Actor, targetId: string): Promise<boolean> {
  const [saved] = await tx.sql(sql`
    SELECT FROM attempt WHERE corporation_id = ${corporationId}::int AND target_id = ${targetId}::uuid
      AND account_id = ${accountId}::uuid AND at > now() - interval '1 day' LIMIT 1`)
  return saved !== undefined
}

/** Those tried least stand first. */
async function listNumbers(
  tx: Tx,
  { corporationId }: Actor,
  { targetId, row }: { targetId: string; row: Row },
): Promise<CallNumber[]> {
  const tried = await tx.sql<{ number: string; tries: number }>(sql`
    SELECT number_used AS number, count(*)::int AS tries FROM attempt
    WHERE corporation_id = ${corporationId}::int AND target_id = ${targetId}::uuid AND number_used IS NOT NULL GROUP BY 1`)
  const numbers = row.toDial.map((e164) => ({
    ...dialable(e164),
    kind: kindOf(row, e164),
    tries: tried.find(({ number }) => number === e164)?.tries ?? 0,
  }))
  return numbers.sort((a, b) => a.tries - b.tries)
}

function kindOf({ mobile, landline }: Row, number: string): CallNumber['kind'] {
  if (number === mobile) return 'mobile'
  return number === landline ? 'landline' : 'other'
}

async function listAttempts(tx: Tx, { corporationId }: Actor, targetId: string): Promise<CallDetails['attempts']> {
  const rows = await tx.sql<{ at: Date; outcome: Outcome; by: string; number: string | null }>(sql`
    SELECT t.at, t.outcome, t.number_used AS number, coalesce(a.name, '') AS by FROM attempt t LEFT JOIN account a ON a.id = t.account_id
    WHERE t.corporation_id = ${corporationId}::int AND t.target_id = ${targetId}::uuid ORDER BY t.at DESC LIMIT 20`)
  return rows.map(({ at, number, ...row }) => ({
    ...row,
    at: at.toISOString(),
    numberText: number && dialable(number).text,
  }))
}

async function listEarlier(
  tx: Tx,
  actor: Actor,
  { sealer, tenantId }: { sealer: Sealer; tenantId: string },
): Promise<Pick<CallDetails, 'earlier' | 'promises'>> {
  const conversations = await listConversations(tx, actor, { sealer, tenantId })
  const promises = await listOpenPromises(tx, actor, { sealer, tenantId })
  return {
    earlier: conversations
      .slice(0, mostEarlier)
      .map(({ id, at, by, notes, spokeWith, language, wellbeing, topics }) => ({
        id,
        at: at.toISOString(),
        by,
        note: notes,
        spokeWith,
        language,
        wellbeing,
        topics,
      })),
    promises: promises.map(({ kind, ...promise }) => ({ ...promise, kind: kind as FollowUpKind })),
  }
}
