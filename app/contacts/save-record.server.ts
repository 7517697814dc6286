import { recordAudit } from '#app/audit/record-audit.server.ts'
import { claimEnds } from '#app/claims/claim-kind.ts'
import type { DraftFields } from '#app/claims/draft-fields.ts'
import { submitClaimed } from '#app/claims/submit-claimed.server.ts'
import type { NotClaimed } from '#app/claims/why-not-claimed.server.ts'
import type { FormErrors } from '#app/core/forms.ts'
import { publishContacts } from '#app/core/live.server.ts'
import { type SqlPart, type SqlRunner, sql } from '#app/core/sql.ts'
import { sealerFor } from '#app/corporations/sealer.server.ts'
import { instantAt } from '#app/time/clock.ts'
import type { AtContact } from './at-contact.ts'
import { droppedDueAt, nextTryAt } from './call-back.ts'
import { contactClaims } from './contact-claims.ts'
import { type HeldContact, lockHeld } from './held-contact.server.ts'
import { endingsOf, isGoingOn, kindsOf } from './record-choices.ts'
import type { RecordInput } from './record-schema.ts'
import { addStep, type Step } from './steps.server.ts'
import { addNumberStep } from './whereabouts.server.ts'

/** `dueAt`: when they are rung back; null when it is closed. */
type RecordSaved = { ok: true; dueAt: string | null }
type Invalid = { ok: false; reason: 'invalid'; errors: FormErrors }
export type RecordRefused = NotClaimed | Invalid
/** `basedOn`: what the form began with or kept last. */
type ToSave = { input: RecordInput; draftFields: DraftFields; basedOn?: string | null; now: Date }
type Saving = { held: HeldContact; input: RecordInput; phone: string | null; dueAt: Date | null }

export const notesColumn = (rowId: string) => ({ table: 'desk_contact', column: 'notes_sealed', rowId })

/**
 * Writes down what came of a contact, once, and lets go of it: it is closed, or stays open to be rung back. When it is no
 * longer theirs nothing is written but what they typed, as a draft.
 */
export function saveRecord(
  actor: AtContact,
  contactId: string,
  { input, draftFields, basedOn, now }: ToSave,
): Promise<RecordSaved | RecordRefused> {
  const { key, fence } = input
  const submission = { kind: contactClaims, id: contactId, fence, key, draftFields, basedOn }
  return submitClaimed(
    actor,
    { ...submission, operation: 'contact:record' },
    {
      lock: (tx) => lockHeld(tx, actor, { contactId, fence }),
      save: (tx, held) => save(tx, actor, { held, input, now }),
    },
  )
}

type Locked = { held: HeldContact; input: RecordInput; now: Date }

async function save(tx: SqlRunner, actor: AtContact, { held, input, now }: Locked): Promise<RecordSaved | Invalid> {
  const phone = input.phone ?? held.phone
  const dueAt = dueAtOf(actor, { held, input, now })
  const errors = problemsOf({ held, input, phone, dueAt }, now)
  if (errors) return { ok: false, reason: 'invalid', errors }
  const saving = { held, input, phone, dueAt }
  await write(tx, actor, saving)
  if (phone !== held.phone) await addNumberStep(tx, actor, { held, phone })
  await addStep(tx, actor, { contactId: held.id, ...stepOf(saving) })
  const action = dueAt ? 'contact:saved' : 'contact:closed'
  const details = { result: input.result }
  await recordAudit(tx, actor, { action, subject: 'contact', subjectId: held.id, details })
  await publishContacts(tx, actor.deskId, [held.id])
  return { ok: true, dueAt: dueAt?.toISOString() ?? null }
}

/** Null when it is closed with this, or no moment can be told. */
function dueAtOf({ timeZone }: AtContact, { held, input, now }: Locked): Date | null {
  const { result, ringIn, ringOn, ringAt } = input
  if (result === 'try-again') return nextTryAt(held.tries + 1, now)
  if (result === 'dropped') return droppedDueAt(now)
  if (result !== 'ring-back') return null
  if (ringIn !== 'moment') return new Date(now.getTime() + Number(ringIn) * 60_000)
  return ringOn && ringAt ? instantAt(timeZone, ringOn, ringAt) : null
}

function problemsOf({ held, input, phone, dueAt }: Saving, now: Date): FormErrors | null {
  const { result, kind } = input
  const errors: FormErrors = {}
  if (kind && !kindsOf[held.lineKind].includes(kind)) errors.kind = 'other'
  if (isGoingOn(result)) {
    if (!phone) errors.phone = 'phone-required'
    if (!dueAt) errors.result = 'tried-enough'
    else if (dueAt <= now) errors.ringAt = 'ring-past'
  } else if (!endingsOf[held.lineKind].includes(result)) errors.result = 'other'
  return Object.keys(errors).length > 0 ? errors : null
}

async function write(tx: SqlRunner, actor: AtContact, { held, input, phone, dueAt }: Saving) {
  // On the chat line the number goes with the name, once nobody needs it to ring back.
  const isNameless = held.isAnonymous && held.lineKind === 'chat' && !dueAt
  const sealer = await sealerFor(tx, actor.corporationId)
  const notes = input.notes ? sealer.seal(notesColumn(held.id), input.notes) : null
  // What it was judged on is what it is about, whatever an older screen says.
  const kind = held.lineKind === 'chat' ? sql`${input.kind}` : sql`coalesce(kind, ${input.kind})`
  await tx.sql(sql`
    UPDATE desk_contact SET notes_sealed = ${notes}::bytea, kind = ${kind}, agreed = ${input.agreed},
      phone = ${isNameless ? null : phone}, caller_sealed = CASE WHEN ${isNameless}::boolean THEN NULL ELSE caller_sealed END,
      offered_to = NULL, offered_at = NULL, offer_sealed = NULL, ${claimEnds}, ${placeAfter(actor, { held, input, dueAt })}
    WHERE corporation_id = ${actor.corporationId}::int AND id = ${held.id}::uuid`)
}

function placeAfter({ accountId }: AtContact, { held, input, dueAt }: Omit<Saving, 'phone'>): SqlPart {
  const { result, ringBy } = input
  if (!dueAt)
    return sql`state = 'closed', due_at = NULL, owner_id = NULL, outcome = ${result}, closed_at = clock_timestamp(), closed_by = ${accountId}::uuid`
  const owner = result === 'ring-back' && ringBy === 'desk' ? null : accountId
  const tries = result === 'try-again' ? held.tries + 1 : 0
  return sql`state = 'call-back', due_at = ${dueAt}::timestamptz, owner_id = ${owner}::uuid, tries = ${tries}::smallint,
    fell_away = ${result === 'dropped' ? sql`'dropped'` : sql`fell_away`}`
}

function stepOf({ held, input, dueAt }: Saving): Pick<Step, 'kind' | 'details'> {
  const due = dueAt?.toISOString() ?? null
  const { result } = input
  if (result === 'ring-back') return { kind: 'call-back-promised', details: { due, by: input.ringBy } }
  if (result === 'try-again')
    return { kind: 'call-back-tried', details: { due, reached: false, tries: held.tries + 1 } }
  if (result === 'dropped') return { kind: 'fell-away', details: { due, how: 'dropped' } }
  return { kind: 'closed', details: { outcome: result } }
}
