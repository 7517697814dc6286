import { publishContacts } from '#app/core/live.server.ts'
import type { GuestScope } from '#app/core/scope.server.ts'
import { beforeSignIn, inScopeSql } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import { uuidV7 } from '#app/core/uuid.server.ts'
import { sealerFor } from '#app/corporations/sealer.server.ts'
import type { Urgency } from './contact.ts'
import { messageColumn } from './insert-contact.server.ts'

export type FormContact = {
  /** Made with the form: the same one is put in the queue once, however often it is sent. */
  id: string
  deskId: number
  lineId: string
  urgency: Urgency
  phone: string
  message: string
  /** When to ring; null for as soon as it is their turn. */
  dueAt: Date | null
  /** Before when they were told that they would be rung. */
  promisedAt: Date | null
}

/**
 * Puts whoever filled in the form of a line in the queue, as the guest that they are. Whatever else waits or is to be rung
 * back at that number stays as it is: a number typed by anybody proves nothing.
 */
export async function insertFormContact(scope: GuestScope, contact: FormContact): Promise<void> {
  const { id, deskId, lineId, urgency, phone, message, dueAt, promisedAt } = contact
  // A guest has no key: it is taken as before sign-in, and here it seals and opens nothing.
  const sealer = await beforeSignIn((tx) => sealerFor(tx, scope.corporationId))
  const sealed = sealer.seal(messageColumn(id), message)
  await inScopeSql(scope, async (tx) => {
    // Without RETURNING, which asks to see all that is in the queue.
    const { text, values } = sql`
      INSERT INTO desk_contact (corporation_id, id, desk_id, line_id, channel, urgency, state, due_at, phone, message_sealed, promised_at)
      VALUES (${scope.corporationId}::int, ${id}::uuid, ${deskId}::int, ${lineId}::uuid, 'form', ${urgency}::smallint,
        ${dueAt ? 'call-back' : 'waiting'}, ${dueAt}::timestamptz, ${phone}, ${sealed}::bytea, ${promisedAt}::timestamptz)
      ON CONFLICT DO NOTHING`
    const { rowCount } = await tx.client.query(text, values)
    if (rowCount === 0) return
    await tx.sql(sql`
      INSERT INTO contact_step (corporation_id, id, contact_id, desk_id, kind, details)
      VALUES (${scope.corporationId}::int, ${uuidV7()}::uuid, ${id}::uuid, ${deskId}::int, 'arrived', ${JSON.stringify({ channel: 'form' })}::jsonb)`)
    await publishContacts(tx, deskId, [id])
  })
}

/** What they were promised who sent this; null when nothing came in. */
export async function readPromise(
  { corporationId }: Pick<GuestScope, 'corporationId'>,
  id: string,
): Promise<{ promisedAt: Date | null } | null> {
  const [row] = await inScopeSql({ as: 'guest', corporationId, subject: id }, (tx) =>
    tx.sql<{ promisedAt: Date | null }>(sql`
      SELECT promised_at AS "promisedAt" FROM desk_contact WHERE corporation_id = ${corporationId}::int AND id = ${id}::uuid`),
  )
  return row ?? null
}
