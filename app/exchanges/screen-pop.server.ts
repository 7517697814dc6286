import type { DeskActor } from '#app/accounts/authorize.server.ts'
import { giveToWhoAnswered, receiveCall } from '#app/contacts/receive-call.server.ts'
import { inScope, type Tx } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import { callerOf, dialledOf } from './call-numbers.ts'
import { findExchange } from './exchanges.server.ts'
import { hearFrom, receiveEvent } from './receive-event.server.ts'

/** What a phone says when it opens a screen with a call: what it left in braces it did not know. */
export type ScreenPop = { exchangeId: string; number: string; dialled: string; call: string }

export type Popped = { ok: true; contactId: string | null } | { ok: false; reason: 'unknown-exchange' }

/**
 * An exchange that can do no more opens a screen with whoever answered: that it rang and was answered is then all that is
 * known of the call, which is theirs from now on. Opened again it is the same call.
 */
export async function openScreenPop(
  actor: DeskActor,
  { exchangeId, number, dialled, call }: ScreenPop,
): Promise<Popped> {
  if (!(await inScope(actor, (tx) => findExchange(tx, actor, exchangeId))))
    return { ok: false, reason: 'unknown-exchange' }
  const said = { callId: call, at: new Date(), ...callerOf(number), dialled: dialledOf(dialled) }
  const source = { exchangeId, desk: actor, receiveCall }
  await hearFrom(source)
  await receiveEvent(source, { ...said, id: `screen-pop rang: ${call}`, kind: 'ringing' })
  await receiveEvent(source, { ...said, id: `screen-pop answered: ${call}`, kind: 'answered', extension: null })
  const contactId = await inScope(actor, (tx) => contactOf(tx, actor, { exchangeId, call }))
  if (contactId) await giveToWhoAnswered(actor, { contactId, accountId: actor.accountId })
  return { ok: true, contactId }
}

async function contactOf(tx: Tx, { deskId }: DeskActor, { exchangeId, call }: Pick<ScreenPop, 'exchangeId' | 'call'>) {
  const [row] = await tx.sql<{ contactId: string | null }>(sql`
    SELECT contact_id AS "contactId" FROM exchange_call
    WHERE desk_id = ${deskId}::int AND exchange_id = ${exchangeId}::uuid AND call_id = ${call}`)
  return row?.contactId ?? null
}
