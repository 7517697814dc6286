import { conflictOf } from '#app/claims/claim.server.ts'
import { publishContacts } from '#app/core/live.server.ts'
import type { DeskScope, InHand } from '#app/core/scope.server.ts'
import { inScopeSql } from '#app/core/scope.server.ts'
import { type SqlRunner, sql } from '#app/core/sql.ts'
import { callBackDueAt } from './call-back.ts'
import type { ContactState, Urgency } from './contact.ts'
import { insertContact } from './insert-contact.server.ts'
import { comeToWork } from './presence.server.ts'
import { goneAfterSeconds } from './presence.ts'
import { releaseEnded } from './release-ended.server.ts'
import { addStep } from './steps.server.ts'

/** All that is known of a telephone call at this moment, in whatever order it was told. */
export type PhoneCall = {
  exchangeId: string
  callId: string
  lineId: string
  phone: string | null
  isHidden: boolean
  startedAt: Date
  /** `extension`: of the set that picked it up, when the exchange says. */
  answered: { at: Date; extension: string | null } | null
  ended: { at: Date; how: 'hung-up' | 'busy' | 'no-answer' | 'failed' } | null
  /** The contact it was given before. */
  contactId: string | null
}

type Standing = {
  id: string
  state: ContactState
  urgency: Urgency
  isClaimed: boolean
  isAnswered: boolean
  wasLost: boolean
  canBeRung: boolean
}

/**
 * Makes the contact of a call, or moves it to where the call stands now; the same again changes nothing. In the
 * transaction that wrote the call down. Who hung up before anybody answered is rung back: a call is never taken away.
 */
export async function receiveCall(tx: SqlRunner, scope: InHand, call: PhoneCall): Promise<{ contactId: string }> {
  const { lineId, phone, isHidden, startedAt: arrivedAt } = call
  const contactId =
    call.contactId ?? (await insertContact(tx, scope, { lineId, channel: 'phone', phone, isHidden, arrivedAt }))
  if (call.answered) await pickUp(tx, scope, { ...(await lockContact(tx, scope, contactId)), ...call.answered })
  if (call.ended) await hangUp(tx, scope, { ...(await lockContact(tx, scope, contactId)), ...call.ended })
  await publishContacts(tx, scope.deskId, [contactId])
  return { contactId }
}

async function lockContact(tx: SqlRunner, scope: InHand, contactId: string): Promise<Standing> {
  const [row] = await tx.sql<Standing>(sql`
    SELECT id, state, urgency, claimed_by IS NOT NULL AS "isClaimed", answered_at IS NOT NULL AS "isAnswered",
      fell_away IS NOT DISTINCT FROM 'abandoned' AND claimed_by IS NULL AND answered_at IS NULL AND outcome IS DISTINCT FROM 'rang-again' AS "wasLost",
      phone IS NOT NULL AS "canBeRung"
    FROM desk_contact WHERE corporation_id = ${scope.corporationId}::int AND id = ${contactId}::uuid FOR NO KEY UPDATE`)
  if (!row) throw new Error('The contact of a call is gone.')
  return row
}

/** Also when it was thought to be lost: word of the answer may come after that of the end. */
async function pickUp(tx: SqlRunner, scope: InHand, { id, state, wasLost, at }: Standing & { at: Date }) {
  if (state !== 'waiting' && !wasLost) return
  await tx.sql(sql`
    UPDATE desk_contact SET state = 'talking', due_at = NULL, fell_away = NULL, outcome = NULL, closed_at = NULL, owner_id = NULL,
      answered_at = coalesce(answered_at, ${at}::timestamptz)
    WHERE corporation_id = ${scope.corporationId}::int AND id = ${id}::uuid`)
  await addStep(tx, scope, { contactId: id, kind: 'answered' })
}

async function hangUp(tx: SqlRunner, scope: InHand, contact: Standing & NonNullable<PhoneCall['ended']>) {
  const { id, state, urgency, isClaimed, isAnswered, canBeRung, at, how } = contact
  const place = sql`WHERE corporation_id = ${scope.corporationId}::int AND id = ${id}::uuid`
  if (state === 'talking') {
    const ended = await tx.sql(sql`
      UPDATE desk_contact g SET state = 'wrapping-up', ended_at = ${at}::timestamptz ${place} AND NOT ${rungBackSince(at)} RETURNING id`)
    if (ended.length > 0) await addStep(tx, scope, { contactId: id, kind: 'call-ended', details: { how } })
    return
  }
  if (state !== 'waiting' || isClaimed || isAnswered) return
  const due = canBeRung ? callBackDueAt(urgency, at) : null
  await tx.sql(sql`
    UPDATE desk_contact SET fell_away = 'abandoned', ended_at = ${at}::timestamptz,
      state = ${due ? 'call-back' : 'closed'}, due_at = ${due}::timestamptz,
      outcome = ${due ? null : 'no-number'}, closed_at = ${due ? null : at}::timestamptz ${place}`)
  await addStep(tx, scope, { contactId: id, kind: 'fell-away', details: { how } })
}

/** They were rung back after this call ended, and are spoken with now in another one. */
const rungBackSince = (at: Date) => sql`EXISTS (
  SELECT FROM contact_step s WHERE s.corporation_id = g.corporation_id AND s.contact_id = g.id AND s.kind = 'call-back-tried'
    AND s.details @> '{"reached": true}' AND s.at > ${at}::timestamptz)`

/**
 * Gives a call to whoever picked it up, whatever they had in hand before: that stays theirs to finish. Beats a click of
 * somebody else, who did not get the caller; said again later it changes nothing, whoever has the call by then and whatever
 * they have in hand. In the scope of all corporations of the desk.
 */
export async function giveToWhoAnswered(scope: DeskScope, given: Given): Promise<boolean> {
  try {
    return await give(scope, given)
  } catch (error) {
    if (conflictOf(error, 'desk_contact') === null) throw error
    // What they have in hand of a corporation that the desk serves no more cannot be seen from here.
    await releaseEnded(scope)
    return give(scope, given)
  }
}

type Given = { contactId: string; accountId: string }

function give(scope: DeskScope, { contactId, accountId }: Given): Promise<boolean> {
  return inScopeSql(scope, async (tx) => {
    const theirs = await tx.sql(sql`
      SELECT FROM desk_contact WHERE desk_id = ${scope.deskId}::int AND id = ${contactId}::uuid AND state IN ('talking', 'wrapping-up')
        AND claimed_by IS DISTINCT FROM ${accountId}::uuid AND answered_by IS DISTINCT FROM ${accountId}::uuid FOR NO KEY UPDATE`)
    if (theirs.length === 0) return false
    const aside = await tx.sql<{ id: string }>(sql`
      UPDATE desk_contact SET claimed_by = NULL, lease_until = NULL
      WHERE desk_id = ${scope.deskId}::int AND claimed_by = ${accountId}::uuid RETURNING id`)
    await tx.sql(sql`
      UPDATE desk_contact SET claimed_by = ${accountId}::uuid, holder = ${accountId}::uuid, owner_id = ${accountId}::uuid,
        answered_by = ${accountId}::uuid, lease_until = clock_timestamp() + make_interval(secs => ${goneAfterSeconds}::int), fence = fence + 1
      WHERE desk_id = ${scope.deskId}::int AND id = ${contactId}::uuid`)
    await comeToWork(tx, scope.deskId, accountId)
    await publishContacts(tx, scope.deskId, [...aside.map(({ id }) => id), contactId])
    return true
  })
}
