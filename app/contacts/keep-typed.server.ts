import { fenceIn, openingIn } from '#app/claims/claim-form.server.ts'
import { draftFieldsIn, first } from '#app/claims/draft-fields.ts'
import { findDraft, keepDraft, removeDraft, saveDraft } from '#app/claims/drafts.server.ts'
import type { FormFields } from '#app/core/form-fields.ts'
import { inScopeSql } from '#app/core/scope.server.ts'
import type { AtContact } from './at-contact.ts'
import { contactClaims } from './contact-claims.ts'
import { inDraft, type TypedStep, withoutStep } from './typed-steps.ts'

/** What stands in the form of a record goes into its draft before the contact leaves their hands. */
export async function keepTyped(actor: AtContact, contactId: string, form: FormFields): Promise<void> {
  const claim = { kind: contactClaims, id: contactId, fence: fenceIn(form) }
  const text = { ...openingIn(form), draftFields: draftFieldsIn(form), isLeaving: true }
  if (first(text.draftFields, 'notes').trim() !== '') await saveDraft(actor, { ...claim, ...text })
}

type AtStep = { contactId: string; step: TypedStep }

/** What stands in the form of a step that was refused goes into the draft: without script there is no page that still holds it. */
export async function keepStep(actor: AtContact, { contactId, step }: AtStep, form: FormFields): Promise<void> {
  const draftFields = inDraft(step, draftFieldsIn(form))
  await saveDraft(actor, { kind: contactClaims, id: contactId, fence: fenceIn(form), draftFields, isLeaving: true })
}

/** Once it is done nothing of it is unsent. */
export function dropStep(actor: AtContact, { contactId, step }: AtStep, form: FormFields): Promise<void> {
  const row = { kind: contactClaims, id: contactId }
  return inScopeSql(actor, async (tx) => {
    const draft = await findDraft(tx, actor, row)
    const draftFields = draft && withoutStep(step, draft.draftFields)
    if (!draft || !draftFields) return
    const opening = { basedOn: draft.savedAt }
    if (Object.keys(draftFields).length === 0) await removeDraft(tx, actor, { ...row, opening })
    else await keepDraft(tx, actor, { ...row, fence: fenceIn(form), ...opening, draftFields })
  })
}
