import { type SqlRunner, sql } from '#app/core/sql.ts'
import { sealerFor } from '#app/corporations/sealer.server.ts'
import type { AtContact } from './at-contact.ts'
import type { StepKind } from './contact.ts'
import { noteColumn } from './steps.server.ts'

/** One thing that happened with a contact. `to` and `from` are names. */
export type StoryStep = {
  id: string
  at: Date
  /** Who did it; null when it came about by itself. */
  who: string | null
  kind: StepKind
  details: Record<string, string | number | boolean | null>
  note: string
  to: string | null
}

type Row = Omit<StoryStep, 'note'> & { noteSealed: Uint8Array | null }

/** All that happened with it, the oldest first. */
export async function readStory(tx: SqlRunner, actor: AtContact, contactId: string): Promise<StoryStep[]> {
  const rows = await tx.sql<Row>(sql`
    SELECT s.id, s.at, a.name AS who, s.kind, s.details, s.note_sealed AS "noteSealed", b.name AS to FROM contact_step s
    LEFT JOIN account a ON a.id = s.account_id
    LEFT JOIN account b ON b.id = coalesce(s.details ->> 'to', s.details ->> 'owner', s.details ->> 'from')::uuid
    WHERE s.corporation_id = ${actor.corporationId}::int AND s.contact_id = ${contactId}::uuid ORDER BY s.at, s.id`)
  const sealer = rows.some(({ noteSealed }) => noteSealed) ? await sealerFor(tx, actor.corporationId) : null
  return rows.map(({ noteSealed, ...step }) => ({
    ...step,
    note: noteSealed && sealer ? sealer.open(noteColumn(step.id), noteSealed) : '',
  }))
}
