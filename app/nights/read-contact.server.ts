import type { Actor } from '#app/accounts/authorize.server.ts'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import { messageColumn } from '#app/contacts/insert-contact.server.ts'
import { notesColumn } from '#app/contacts/save-record.server.ts'
import { inScope } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import { sealerFor } from '#app/corporations/sealer.server.ts'
import { findContact } from './night-contacts.server.ts'
import { toShown } from './shown-contact.server.ts'

type Sealed = { message: Uint8Array | null; notes: Uint8Array | null }

/** One contact with what was written in it, which is written down; null when the corporation has none of that id. */
export function readContact(actor: Actor, id: string, now: Date) {
  return inScope(actor, async (tx) => {
    const contact = await findContact(tx, actor, id)
    if (!contact) return null
    const [sealed] = await tx.sql<Sealed>(sql`
      SELECT message_sealed AS message, notes_sealed AS notes FROM desk_contact
      WHERE corporation_id = ${actor.corporationId}::int AND id = ${id}::uuid`)
    const sealer = await sealerFor(tx, actor.corporationId)
    await recordAudit(tx, actor, { action: 'contact:opened', subject: 'contact', subjectId: id })
    return {
      contact: toShown(contact, now),
      message: sealed?.message ? sealer.open(messageColumn(id), sealed.message) : null,
      notes: sealed?.notes ? sealer.open(notesColumn(id), sealed.notes) : null,
    }
  })
}
