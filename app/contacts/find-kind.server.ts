import { type SqlRunner, sql } from '#app/core/sql.ts'
import { isTriageKind } from '#app/triage/kinds.ts'
import type { VerdictClass } from '#app/triage/protocol.ts'
import { startRun } from '#app/triage/start-run.server.ts'
import type { AtContact } from './at-contact.ts'
import { type ContactKind, urgencyOfClass } from './contact.ts'
import type { HeldContact } from './held-contact.server.ts'
import { addStep } from './steps.server.ts'

type Raised = { held: HeldContact; to: VerdictClass }

/** What somebody raised on their own judgement stays so, whatever it is about: they said it, and no verdict lowers it. */
async function keepRaised(tx: SqlRunner, actor: AtContact, { held, to }: Raised) {
  const urgency = urgencyOfClass[to]
  // They lowered it themselves since.
  if (held.urgency > urgency) return
  await addStep(tx, actor, { contactId: held.id, kind: 'raised', details: { before: urgency, urgency } })
}

/** What it is about, and with it what it is judged on from now on. */
export async function findKind(
  tx: SqlRunner,
  actor: AtContact,
  { held, kind }: { held: HeldContact; kind: ContactKind },
): Promise<void> {
  const replaced = await startRun(tx, actor, { contactId: held.id, kind: isTriageKind(kind) ? kind : null })
  if (replaced?.override?.direction === 'up') await keepRaised(tx, actor, { held, to: replaced.override.class })
  const changed = await tx.sql(sql`
    UPDATE desk_contact SET kind = ${kind}
    WHERE corporation_id = ${actor.corporationId}::int AND id = ${held.id}::uuid AND kind IS DISTINCT FROM ${kind} RETURNING id`)
  if (changed.length > 0) await addStep(tx, actor, { contactId: held.id, kind: 'kind-found', details: { kind } })
}
