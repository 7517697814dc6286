import { type SqlPart, type SqlRunner, sql } from '#app/core/sql.ts'
import { sealerFor } from '#app/corporations/sealer.server.ts'
import { dialable } from '#app/tenants/phone-text.server.ts'
import type { AtContact } from './at-contact.ts'
import { changeHeld, type HeldContact, type InHands } from './held-contact.server.ts'
import { addStep } from './steps.server.ts'

export const placeColumn = (rowId: string) => ({ table: 'desk_contact', column: 'place_sealed', rowId })

/** On which number they can be rung from now on, also when the line drops at this moment. The one before it stays in the story. */
export function noteNumber(actor: AtContact, { contactId, fence, phone }: InHands & { phone: string }) {
  return changeHeld(actor, { contactId, fence }, async (tx, held) => {
    const noted = await write(tx, actor, {
      contactId,
      set: sql`phone = ${phone}, number_asked_at = clock_timestamp()`,
      unless: sql`phone IS NOT DISTINCT FROM ${phone} AND number_asked_at IS NOT NULL`,
    })
    if (noted) await addNumberStep(tx, actor, { held, phone })
    return { ok: true } as const
  })
}

/** With the number before it, which may have been the right one; on the chat line nobody keeps that. */
export function addNumberStep(
  tx: SqlRunner,
  actor: AtContact,
  { held, phone }: { held: HeldContact; phone: string | null },
) {
  const isOther = held.phone !== phone
  const note = isOther && held.phone && held.lineKind !== 'chat' ? dialable(held.phone).text : undefined
  return addStep(tx, actor, { contactId: held.id, kind: 'number-noted', details: { isOther }, note })
}

/** Where it is, when that is no home: a hall, with a neighbour. What was written before stays in the story. */
export function notePlace(actor: AtContact, { contactId, fence, place }: InHands & { place: string }) {
  return changeHeld(actor, { contactId, fence }, async (tx) => {
    const sealer = await sealerFor(tx, actor.corporationId)
    const [{ before } = { before: null }] = await tx.sql<{ before: Uint8Array | null }>(sql`
      SELECT place_sealed AS before FROM desk_contact WHERE corporation_id = ${actor.corporationId}::int AND id = ${contactId}::uuid`)
    if (before && sealer.open(placeColumn(contactId), before) === place) return { ok: true } as const
    const sealed = sealer.seal(placeColumn(contactId), place)
    await write(tx, actor, { contactId, set: sql`place_sealed = ${sealed}::bytea`, unless: sql`false` })
    await addStep(tx, actor, { contactId, kind: 'place-noted', note: place })
    return { ok: true } as const
  })
}

/** It cannot be asked now: it stays in sight. */
export function askLater(actor: AtContact, { contactId, fence }: InHands) {
  return changeHeld(actor, { contactId, fence }, async (tx) => {
    await write(tx, actor, {
      contactId,
      set: sql`ask_later_at = clock_timestamp()`,
      unless: sql`ask_later_at IS NOT NULL`,
    })
    return { ok: true } as const
  })
}

type Change = { contactId: string; set: SqlPart; unless: SqlPart }

async function write(tx: SqlRunner, { corporationId }: AtContact, { contactId, set, unless }: Change) {
  const changed = await tx.sql(sql`
    UPDATE desk_contact SET ${set}
    WHERE corporation_id = ${corporationId}::int AND id = ${contactId}::uuid AND NOT (${unless}) RETURNING id`)
  return changed.length > 0
}
