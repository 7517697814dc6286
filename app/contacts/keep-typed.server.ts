import { fenceIn, openingIn } from '#app/claims/claim-form.server.ts'
import { draftFieldsIn, first } from '#app/claims/draft-fields.ts'
import { saveDraft } from '#app/claims/drafts.server.ts'
import type { FormFields } from '#app/core/form-fields.ts'
import type { AtContact } from './at-contact.ts'
import { contactClaims } from './contact-claims.ts'

/** What stands in the form of a record goes into its draft before the contact leaves their hands. */
export async function keepTyped(actor: AtContact, contactId: string, form: FormFields): Promise<void> {
  const claim = { kind: contactClaims, id: contactId, fence: fenceIn(form) }
  const text = { ...openingIn(form), draftFields: draftFieldsIn(form), isLeaving: true }
  if (first(text.draftFields, 'notes').trim() !== '') await saveDraft(actor, { ...claim, ...text })
}
