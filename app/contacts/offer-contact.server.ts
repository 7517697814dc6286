import { publishContacts } from '#app/core/live.server.ts'
import { inScopeSql } from '#app/core/scope.server.ts'
import { type SqlRunner, sql } from '#app/core/sql.ts'
import { sealerFor } from '#app/corporations/sealer.server.ts'
import type { AtContact } from './at-contact.ts'
import { claimOffered, type NoContact } from './claim-contact.server.ts'
import { changeHeld, type InHands } from './held-contact.server.ts'
import { isAtWork } from './presence.server.ts'
import { addStep } from './steps.server.ts'
import { holderOf, writeTaking } from './take-over.server.ts'

export const offerColumn = (rowId: string) => ({ table: 'desk_contact', column: 'offer_sealed', rowId })

const noOffer = sql`offered_to = NULL, offered_at = NULL, offer_sealed = NULL`

/** Asks a colleague who is there to take it over; it stays theirs until that colleague has read the note and says yes. */
export function offerContact(actor: AtContact, { contactId, fence, to, note }: InHands & { to: string; note: string }) {
  return changeHeld(actor, { contactId, fence }, async (tx) => {
    const isThere = to !== actor.accountId && (await isAtWork(tx, { ...actor, accountId: to }))
    if (!isThere) return { ok: false, reason: 'invalid', errors: { to: 'colleague-gone' } } as const
    const sealed = (await sealerFor(tx, actor.corporationId)).seal(offerColumn(contactId), note)
    await tx.sql(sql`
      UPDATE desk_contact SET offered_to = ${to}::uuid, offered_at = clock_timestamp(), offer_sealed = ${sealed}::bytea
      WHERE corporation_id = ${actor.corporationId}::int AND id = ${contactId}::uuid`)
    await addStep(tx, actor, { contactId, kind: 'offered', details: { to }, note })
    return { ok: true } as const
  })
}

export function withdrawOffer(actor: AtContact, { contactId, fence }: InHands) {
  return changeHeld(actor, { contactId, fence }, async (tx, { offeredTo }) => {
    if (!offeredTo) return { ok: false, reason: 'no-offer' } as const
    await endOffer(tx, actor, { contactId, to: null })
    await addStep(tx, actor, { contactId, kind: 'offer-withdrawn', details: { to: offeredTo } })
    return { ok: true } as const
  })
}

/** Not now; `words` are read by who asked. */
export function declineOffer(actor: AtContact, { contactId, words }: { contactId: string; words: string }) {
  return inScopeSql(actor, async (tx) => {
    if (!(await endOffer(tx, actor, { contactId, to: actor.accountId })))
      return { ok: false, reason: 'no-offer' } as const
    await addStep(tx, actor, { contactId, kind: 'offer-declined', note: words || undefined })
    await publishContacts(tx, actor.deskId, [contactId])
    return { ok: true } as const
  })
}

type Ending = { contactId: string; to: string | null }

async function endOffer(tx: SqlRunner, { corporationId }: AtContact, { contactId, to }: Ending): Promise<boolean> {
  const ended = await tx.sql(sql`
    UPDATE desk_contact SET ${noOffer} WHERE corporation_id = ${corporationId}::int AND id = ${contactId}::uuid
      AND offered_to IS NOT NULL AND (${to}::uuid IS NULL OR offered_to = ${to}::uuid) RETURNING id`)
  return ended.length > 0
}

type Taken = { ok: true } | { ok: false; reason: NoContact['reason'] | 'no-offer'; by: string | null }

/** Takes what was offered, as it was read: what the other typed comes along. `fence` is that of what was read. */
export async function acceptOffer(actor: AtContact, { contactId, fence }: InHands): Promise<Taken> {
  const before = await holderOf(actor, contactId)
  if (before?.offeredTo !== actor.accountId) return { ok: false, reason: 'no-offer', by: before?.by ?? null }
  const claim = await claimOffered(actor, { contactId, fence })
  if (!claim.ok) return claim
  await writeTaking(actor, { contactId, from: before.holder, kind: 'handed-over' })
  return { ok: true }
}
