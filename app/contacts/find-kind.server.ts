import { type SqlRunner, sql } from '#app/core/sql.ts'
import { isTriageKind } from '#app/triage/kinds.ts'
import { startRun } from '#app/triage/start-run.server.ts'
import type { AtContact } from './at-contact.ts'
import type { ContactKind } from './contact.ts'
import type { HeldContact } from './held-contact.server.ts'
import { addStep } from './steps.server.ts'

/** What it is about, and with it what it is judged on from now on. */
export async function findKind(
  tx: SqlRunner,
  actor: AtContact,
  { held, kind }: { held: HeldContact; kind: ContactKind },
): Promise<void> {
  await startRun(tx, actor, { contactId: held.id, kind: isTriageKind(kind) ? kind : null })
  const changed = await tx.sql(sql`
    UPDATE desk_contact SET kind = ${kind}
    WHERE corporation_id = ${actor.corporationId}::int AND id = ${held.id}::uuid AND kind IS DISTINCT FROM ${kind} RETURNING id`)
  if (changed.length > 0) await addStep(tx, actor, { contactId: held.id, kind: 'kind-found', details: { kind } })
}
