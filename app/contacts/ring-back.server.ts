import { publishContacts } from '#app/core/live.server.ts'
import { inScopeSql } from '#app/core/scope.server.ts'
import { type SqlRunner, sql } from '#app/core/sql.ts'
import type { AtContact } from './at-contact.ts'
import { changeHeld, type HeldContact, type InHands } from './held-contact.server.ts'
import { addStep } from './steps.server.ts'

/** Somebody who was to be rung back is on the phone. */
export function reachCaller(actor: AtContact, { contactId, fence }: InHands) {
  return changeHeld(actor, { contactId, fence }, async (tx, held) => {
    if (held.state === 'call-back') await writeReached(tx, actor, held)
    return { ok: true } as const
  })
}

export async function writeReached(tx: SqlRunner, actor: AtContact, { id, tries }: HeldContact) {
  await tx.sql(sql`
    UPDATE desk_contact SET state = 'talking', due_at = NULL, answered_at = coalesce(answered_at, clock_timestamp()),
      answered_by = coalesce(answered_by, ${actor.accountId}::uuid)
    WHERE corporation_id = ${actor.corporationId}::int AND id = ${id}::uuid`)
  const details = { reached: true, tries: tries + 1, due: null }
  await addStep(tx, actor, { contactId: id, kind: 'call-back-tried', details })
}

/** Whoever rings back: a colleague of the desk, or with null whoever is there. Not while somebody has it in hand. */
export function giveRingBack(actor: AtContact, { contactId, to }: { contactId: string; to: string | null }) {
  return inScopeSql(actor, async (tx) => {
    const given = await tx.sql(sql`
      UPDATE desk_contact SET owner_id = ${to}::uuid
      WHERE corporation_id = ${actor.corporationId}::int AND id = ${contactId}::uuid AND state = 'call-back'
        AND (claimed_by IS NULL OR claimed_by = ${actor.accountId}::uuid)
        AND (${to}::uuid IS NULL OR EXISTS (SELECT FROM desk_member m WHERE m.desk_id = ${actor.deskId}::int AND m.account_id = ${to}::uuid AND m.ended_at IS NULL))
      RETURNING id`)
    if (given.length === 0) return { ok: false, reason: 'cannot-be-given' } as const
    await addStep(tx, actor, { contactId, kind: 'handed-over', details: { owner: to } })
    await publishContacts(tx, actor.deskId, [contactId])
    return { ok: true } as const
  })
}
