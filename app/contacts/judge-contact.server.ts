import type { SqlRunner } from '#app/core/sql.ts'
import { sql } from '#app/core/sql.ts'
import type { AtContact } from './at-contact.ts'
import { type Urgency, urgencies } from './contact.ts'
import { changeHeld, type HeldContact, type InHands } from './held-contact.server.ts'
import type { DangerAnswer, LoweringReason } from './record-choices.ts'
import { addStep } from './steps.server.ts'

/** The answer to the one question that comes first. Who does not know is helped as if there were danger. "No" lowers nothing. */
export function answerDanger(actor: AtContact, { contactId, fence, danger }: InHands & { danger: DangerAnswer }) {
  return changeHeld(actor, { contactId, fence }, async (tx, held) => {
    const isDanger = danger !== 'no'
    await tx.sql(sql`
      UPDATE desk_contact SET is_danger = ${isDanger}::boolean
      WHERE corporation_id = ${actor.corporationId}::int AND id = ${contactId}::uuid`)
    if (isDanger) await raise(tx, actor, { held, urgency: urgencies.danger, details: { danger } })
    return { ok: true } as const
  })
}

type Judgement = InHands & { urgency: Urgency; reason: LoweringReason | null; words: string }

/** Raised freely; lowered with a reason, which stays with the contact. */
export function setUrgency(actor: AtContact, { contactId, fence, urgency, reason, words }: Judgement) {
  return changeHeld(actor, { contactId, fence }, async (tx, held) => {
    if (urgency <= held.urgency) {
      await raise(tx, actor, { held, urgency, details: {} })
      return { ok: true } as const
    }
    if (!reason) return { ok: false, reason: 'invalid', errors: { reason: 'reason-required' } } as const
    await writeUrgency(tx, actor, { contactId, urgency })
    await addStep(tx, actor, {
      contactId,
      kind: 'lowered',
      details: { before: held.urgency, urgency, reason },
      note: words || undefined,
    })
    return { ok: true } as const
  })
}

type Raising = { held: HeldContact; urgency: Urgency; details: Record<string, string> }

async function raise(tx: SqlRunner, actor: AtContact, { held, urgency, details }: Raising) {
  if (urgency !== held.urgency) await writeUrgency(tx, actor, { contactId: held.id, urgency })
  else if (!details.danger) return
  await addStep(tx, actor, {
    contactId: held.id,
    kind: 'raised',
    details: { before: held.urgency, urgency, ...details },
  })
}

const writeUrgency = (
  tx: SqlRunner,
  { corporationId }: AtContact,
  { contactId, urgency }: { contactId: string; urgency: Urgency },
) =>
  tx.sql(sql`
    UPDATE desk_contact SET urgency = ${urgency}::smallint
    WHERE corporation_id = ${corporationId}::int AND id = ${contactId}::uuid`)
