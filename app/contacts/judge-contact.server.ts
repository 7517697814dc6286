import type { SqlRunner } from '#app/core/sql.ts'
import { sql } from '#app/core/sql.ts'
import { sealerFor } from '#app/corporations/sealer.server.ts'
import type { VerdictClass } from '#app/triage/protocol.ts'
import type { AtContact } from './at-contact.ts'
import { type Urgency, urgencies, urgencyOfClass, urgencyOfLine } from './contact.ts'
import { type DangerSign, isDangerSign, kindOfSign } from './danger-signs.ts'
import { findKind } from './find-kind.server.ts'
import { changeHeld, type HeldContact, type InHands } from './held-contact.server.ts'
import type { DangerAnswer, LoweringReason } from './record-choices.ts'
import { addStep, noteColumn } from './steps.server.ts'

type Danger = InHands & { danger: DangerAnswer | DangerSign }

/**
 * The answer to the one question that comes first; a sign of it also says what it is about. Who does not know is helped as if
 * there were danger. "No" lowers nothing.
 */
export function answerDanger(actor: AtContact, { contactId, fence, danger }: Danger) {
  return changeHeld(actor, { contactId, fence }, async (tx, held) => {
    const isDanger = danger !== 'no'
    const sign = isDangerSign(danger) ? danger : null
    const changed = await tx.sql(sql`
      UPDATE desk_contact SET is_danger = ${isDanger}::boolean, danger_sign = ${sign}
      WHERE corporation_id = ${actor.corporationId}::int AND id = ${contactId}::uuid
        AND (is_danger IS DISTINCT FROM ${isDanger}::boolean OR danger_sign IS DISTINCT FROM ${sign}) RETURNING id`)
    if (changed.length === 0) return { ok: true } as const
    if (isDanger) await raise(tx, actor, { held, urgency: urgencies.danger, details: { danger } })
    else await addStep(tx, actor, { contactId, kind: 'danger-denied' })
    const kind = sign && kindOfSign[sign]
    if (kind) await findKind(tx, actor, { held, kind })
    return { ok: true } as const
  })
}

type Judgement = InHands & { urgency: Urgency; reason: LoweringReason | null; words: string }

/** Raised freely; lowered with a reason. What was typed with either stays with the contact. */
export function setUrgency(actor: AtContact, { contactId, fence, urgency, reason, words }: Judgement) {
  return changeHeld(actor, { contactId, fence }, async (tx, held) => {
    if (urgency === held.urgency) {
      await keepWords(tx, actor, { held, reason, words })
      return { ok: true } as const
    }
    if (urgency < held.urgency) {
      await raise(tx, actor, { held, urgency, details: {}, words })
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

/** It was as urgent as they say already, in another tab or as it came in: what they typed with it is kept, once. */
async function keepWords(
  tx: SqlRunner,
  actor: AtContact,
  { held, reason, words }: Pick<Judgement, 'reason' | 'words'> & { held: HeldContact },
) {
  if (words === '' || (await lastWords(tx, actor, held.id)) === words) return
  await addStep(tx, actor, {
    contactId: held.id,
    kind: reason ? 'lowered' : 'raised',
    details: { before: held.urgency, urgency: held.urgency, ...(reason && { reason }) },
    note: words,
  })
}

async function lastWords(tx: SqlRunner, { corporationId }: AtContact, contactId: string): Promise<string | null> {
  const [last] = await tx.sql<{ id: string; sealed: Uint8Array }>(sql`
    SELECT id, note_sealed AS sealed FROM contact_step
    WHERE corporation_id = ${corporationId}::int AND contact_id = ${contactId}::uuid AND kind IN ('raised', 'lowered') AND note_sealed IS NOT NULL
    ORDER BY at DESC, id DESC LIMIT 1`)
  return last ? (await sealerFor(tx, corporationId)).open(noteColumn(last.id), last.sealed) : null
}

type Raising = { held: HeldContact; urgency: Urgency; details: Record<string, string>; words?: string }

async function raise(tx: SqlRunner, actor: AtContact, { held, urgency, details, words }: Raising) {
  if (urgency !== held.urgency) await writeUrgency(tx, actor, { contactId: held.id, urgency })
  else if (!details.danger) return
  await addStep(tx, actor, {
    contactId: held.id,
    kind: 'raised',
    details: { before: held.urgency, urgency, ...details },
    note: words || undefined,
  })
}

/** It is danger by what is done about it, until somebody lowers it with a reason. */
export const raiseToDanger = (tx: SqlRunner, actor: AtContact, held: HeldContact) =>
  raise(tx, actor, { held, urgency: urgencies.danger, details: {} })

/**
 * As urgent as it was judged to be. Never less than somebody said it was by hand, or than the question about danger made it:
 * that they lower themselves, with a reason. What only the line or an earlier verdict said goes down with the verdict. How
 * urgent it is then.
 */
export async function followVerdict(
  tx: SqlRunner,
  actor: AtContact,
  { held, verdictClass }: { held: HeldContact; verdictClass: VerdictClass },
): Promise<Urgency> {
  const judged = urgencyOfClass[verdictClass]
  const said = await saidByHand(tx, actor, held)
  const urgency = said !== null && said < judged ? said : judged
  if (urgency === held.urgency) return urgency
  await writeUrgency(tx, actor, { contactId: held.id, urgency })
  const kind = urgency < held.urgency ? 'raised' : 'lowered'
  const details = { before: held.urgency, urgency, by: 'verdict' }
  await addStep(tx, actor, { contactId: held.id, kind, details })
  return urgency
}

async function saidByHand(tx: SqlRunner, { corporationId }: AtContact, held: HeldContact): Promise<Urgency | null> {
  const [found] = await tx.sql<{ byHand: Urgency | null; arrivedAs: Urgency | null }>(sql`
    SELECT (array_agg((details ->> 'urgency')::int ORDER BY at DESC, id DESC) FILTER (WHERE details ->> 'by' IS DISTINCT FROM 'verdict'))[1] AS "byHand",
      (array_agg((details ->> 'before')::int ORDER BY at, id))[1] AS "arrivedAs"
    FROM contact_step
    WHERE corporation_id = ${corporationId}::int AND contact_id = ${held.id}::uuid AND kind IN ('raised', 'lowered')`)
  if (found && found.byHand !== null) return found.byHand
  if (held.isDanger) return urgencies.danger
  // As they said themselves, in the form of a line.
  const arrivedAs = found?.arrivedAs ?? held.urgency
  return arrivedAs < urgencyOfLine[held.lineKind] ? arrivedAs : null
}

const writeUrgency = (
  tx: SqlRunner,
  { corporationId }: AtContact,
  { contactId, urgency }: { contactId: string; urgency: Urgency },
) =>
  tx.sql(sql`
    UPDATE desk_contact SET urgency = ${urgency}::smallint
    WHERE corporation_id = ${corporationId}::int AND id = ${contactId}::uuid`)
