import type { Actor } from '#app/accounts/authorize.server.ts'
import { auditEach } from '#app/audit/record.server.ts'
import { publish } from '#app/core/live.server.ts'
import { inScope, type Tx } from '#app/core/scope.server.ts'
import { type SqlPart, sql } from '#app/core/sql.ts'
import { todayTopic } from '#app/today/live-topics.ts'
import { referralsTopic } from './live-topics.ts'
import {
  endingsFrom,
  type Referral,
  type ReferralEnding,
  type ReferralState,
  type ReferralStep,
  referralAfter,
} from './referral-state.ts'
import { remindOn } from './reminder.ts'
import { visibleReferrals } from './visible-referrals.server.ts'

/** `changed` are the ids that took the step; the others stood elsewhere already. */
export type Changed =
  | { ok: true; changed: string[] }
  | { ok: false; reason: 'not-found' | 'already-changed' | 'never-sent' }

type Row = Referral & { id: string; ownerId: string; promisedBy: string }
/** `today` in the corporation's zone: from it the reminder of a week counts again. */
type Chosen = { ids: string[]; today: string }

/** The agency was asked. */
export const sendReferrals = (actor: Actor, chosen: Chosen) =>
  step(actor, 'send', chosen, sql`sent_at = now(), remind_on = ${remindOn(chosen.today)}::date`)

/** The agency takes it up. */
export const acceptReferrals = (actor: Actor, chosen: Chosen) =>
  step(actor, 'accept', chosen, sql`accepted_at = now(), remind_on = ${remindOn(chosen.today)}::date`)

/** Somebody asked how it stands: the reminder comes again in a week. */
export const askLater = (actor: Actor, chosen: Chosen) =>
  step(actor, 'ask-later', chosen, sql`remind_on = ${remindOn(chosen.today)}::date`)

/** The tenant has heard from us how it went. */
export const tellTenants = (actor: Actor, chosen: Chosen) => step(actor, 'tell', chosen, sql`tenant_told_at = now()`)

/** That help will not come is news again, also for a tenant who was told that it would. */
export function endReferrals(actor: Actor, chosen: Chosen, ending: ReferralEnding): Promise<Changed> {
  const told = ending === 'helped' ? sql`tenant_told_at` : sql`NULL`
  return step(actor, 'end', chosen, sql`ended_at = now(), ending = ${ending}, tenant_told_at = ${told}`, (row) =>
    endingsFrom(row.state).includes(ending),
  )
}

/** One step back. */
export const undoReferrals = (actor: Actor, chosen: Chosen) =>
  step(
    actor,
    'undo',
    chosen,
    sql`ending = NULL, ended_at = NULL, remind_on = ${remindOn(chosen.today)}::date,
      sent_at = CASE WHEN step.state = 'proposed' THEN NULL ELSE sent_at END,
      accepted_at = CASE WHEN step.state IN ('proposed', 'sent') THEN NULL ELSE accepted_at END`,
  )

function step(
  actor: Actor,
  name: ReferralStep,
  { ids }: Chosen,
  set: SqlPart,
  isFit: (row: Row) => boolean = () => true,
): Promise<Changed> {
  return inScope(actor, async (tx) => {
    const rows = await lockRows(tx, actor, ids)
    if (rows.length === 0) return { ok: false, reason: 'not-found' }
    const able = rows.flatMap((row) => {
      const to = referralAfter(row, name)
      return to ? [{ row, to }] : []
    })
    if (able.length === 0) return { ok: false, reason: 'already-changed' }
    const fit = able.filter(({ row }) => isFit(row))
    if (fit.length === 0) return { ok: false, reason: 'never-sent' }
    await write(tx, actor, name, fit, set)
    await announce(
      tx,
      actor,
      fit.map(({ row }) => row),
    )
    return { ok: true, changed: fit.map(({ row }) => row.id) }
  })
}

/** Locked, so that what is decided on them still holds when it is written. */
function lockRows(tx: Tx, actor: Actor, ids: string[]) {
  return tx.sql<Row>(sql`
    SELECT r.id, r.state, r.ending, r.sent_at IS NOT NULL AS "wasSent", r.accepted_at IS NOT NULL AS "wasAccepted",
      r.tenant_told_at IS NOT NULL AS "isTold", r.owner_id AS "ownerId", r.promised_by AS "promisedBy"
    FROM referral r WHERE ${visibleReferrals(actor)} AND r.id = ANY(${ids}::uuid[]) ORDER BY r.id FOR UPDATE`)
}

async function write(tx: Tx, actor: Actor, name: ReferralStep, fit: { row: Row; to: ReferralState }[], set: SqlPart) {
  await tx.sql(sql`
    WITH changed AS (
      UPDATE referral SET ${set}, state = step.state
      FROM unnest(${fit.map(({ row }) => row.id)}::uuid[], ${fit.map(({ row }) => row.state)}::text[], ${fit.map(({ to }) => to)}::text[]) AS step (id, was, state)
      WHERE referral.corporation_id = ${actor.corporationId}::int AND referral.id = step.id AND referral.state = step.was
      RETURNING referral.id
    ) ${auditEach(actor, { action: `referral:${name}`, subject: 'referral' }, sql`changed`)}`)
}

async function announce(tx: Tx, { corporationId }: Actor, rows: Row[]) {
  await publish(tx, corporationId, referralsTopic)
  for (const account of new Set(rows.flatMap((row) => [row.ownerId, row.promisedBy])))
    await publish(tx, corporationId, todayTopic(account))
}
