import type { InHand } from '#app/core/scope.server.ts'
import { type SqlRunner, sql } from '#app/core/sql.ts'
import { uuidV7 } from '#app/core/uuid.server.ts'
import { sealerFor } from '#app/corporations/sealer.server.ts'
import type { StepKind } from './contact.ts'

export type Step = {
  contactId: string
  kind: StepKind
  /** Codes and counts. */
  details?: Record<string, string | number | boolean | null>
  /** What somebody wrote with it. */
  note?: string
}

export const noteColumn = (rowId: string) => ({ table: 'contact_step', column: 'note_sealed', rowId })

/** Adds to the story of a contact, in the transaction in which it happened. */
export async function addStep(tx: SqlRunner, scope: InHand, { contactId, kind, details, note }: Step) {
  const id = uuidV7()
  const sealed = note ? (await sealerFor(tx, scope.corporationId)).seal(noteColumn(id), note) : null
  await tx.sql(sql`
    INSERT INTO contact_step (corporation_id, id, contact_id, account_id, kind, details, note_sealed)
    VALUES (${scope.corporationId}::int, ${id}::uuid, ${contactId}::uuid, ${scope.accountId}::uuid, ${kind},
      ${JSON.stringify(details ?? {})}::jsonb, ${sealed}::bytea)`)
}
