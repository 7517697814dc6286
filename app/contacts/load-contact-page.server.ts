import { canAtDesk } from '#app/accounts/desk-permissions.ts'
import { type DraftFields, last } from '#app/claims/draft-fields.ts'
import { ReadForm } from '#app/core/form-fields.ts'
import { parseForm } from '#app/core/forms.ts'
import { uuidV7 } from '#app/core/uuid.server.ts'
import { dateIn } from '#app/time/clock.ts'
import type { AtContact } from './at-contact.ts'
import { type OpenedContact, openContact } from './open-contact.server.ts'
import { type ProposedRecord, proposedRecord } from './proposed-record.ts'
import { recordSchema } from './record-schema.ts'
import { reopenHours } from './reopen-contact.server.ts'
import { typedIn } from './typed-steps.ts'

type Asked = { contactId: string; refused: string | null; now: Date }
export type ContactLoaded = NonNullable<Awaited<ReturnType<typeof loadContactPage>>>

/** What the page of a contact shows; null when the contact is gone. `refused`: why the last step was not taken, without script. */
export async function loadContactPage(actor: AtContact, { contactId, refused, now }: Asked) {
  const page = await openContact(actor, contactId, now)
  if (!page) return null
  const { contact, draft } = page
  const verdict = page.judging?.run?.verdict
  const proposed = verdict ? proposedRecord(verdict, contact.lineKind) : null
  const draftFields = withProposed(draft?.draftFields ?? savedFields(contact), proposed)
  const isRecordRefused = refused === 'record'
  return {
    ...page,
    me: actor.accountId,
    mayWork: canAtDesk(actor, 'contact:work'),
    draftFields,
    typed: typedIn(draftFields),
    proposed,
    savedAt: draft?.savedAt ?? null,
    writeKey: uuidV7(),
    now: now.toISOString(),
    today: dateIn(actor.timeZone, now),
    mayReopen: contact.closedAt !== null && now.getTime() - contact.closedAt.getTime() < reopenHours * 3_600_000,
    refused: isRecordRefused ? null : refused,
    errors: isRecordRefused ? errorsOf(draftFields) : {},
  }
}

const savedFields = ({ notes, kind, agreed }: OpenedContact): DraftFields => ({
  notes: [notes],
  kind: [kind ?? ''],
  agreed: [agreed ?? ''],
})

/** Where nothing is chosen yet, what is likely stands ready. */
function withProposed(fields: DraftFields, proposed: ProposedRecord | null): DraftFields {
  if (!proposed) return fields
  const { result, agreed } = proposed
  return { ...fields, result: [last(fields, 'result') || result], agreed: [last(fields, 'agreed') || agreed] }
}

/** What was wrong with a form that was sent without script and came back as a draft. */
function errorsOf(draftFields: DraftFields): Record<string, string> {
  const typed = Object.entries(draftFields).flatMap(([name, values]) =>
    values.map((value): [string, string] => [name, value]),
  )
  const read = parseForm(recordSchema, new ReadForm([...typed, ['key', uuidV7()], ['fence', '1']]))
  return read.ok ? {} : read.errors
}
