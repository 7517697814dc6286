import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { authorizeDesk, type DeskActor } from '#app/accounts/authorize.server.ts'
import { fenceIn, isNavigation, openingIn } from '#app/claims/claim-form.server.ts'
import { draftFieldsIn } from '#app/claims/draft-fields.ts'
import { saveDraft } from '#app/claims/drafts.server.ts'
import type { SubmitAnswer } from '#app/claims/views/use-reliable-submit.ts'
import type { FormFields } from '#app/core/form-fields.ts'
import { parseForm } from '#app/core/forms.ts'
import { gone } from '#app/core/http-errors.ts'
import { readForm } from '#app/core/read-form.server.ts'
import { uuidV7 } from '#app/core/uuid.server.ts'
import { claimNextContact } from '../claim-contact.server.ts'
import { contactClaims } from '../contact-claims.ts'
import { recordSchema } from '../record-schema.ts'
import { contactOfForm } from '../route-params.server.ts'
import { type RecordRefused, saveRecord } from '../save-record.server.ts'

/** Writes down what came of a contact, and takes whoever is first after it unless they stop. */
export async function action({ request, params }: ActionFunctionArgs) {
  const person = await authorizeDesk(request, 'contact:work')
  const { actor, contactId } = await contactOfForm(person, params)
  const form = await readForm(request)
  const text = { ...openingIn(form), draftFields: draftFieldsIn(form) }
  const read = parseForm(recordSchema, form)
  const answer = read.ok
    ? await saveRecord(actor, contactId, { input: read.value, ...text, now: new Date() })
    : ({ ok: false, reason: 'invalid', errors: read.errors } as const)
  if (answer.ok) return goOn(request, await nextPath(person, form))
  if (answer.reason === 'not-found') throw gone()
  if (isNavigation(request)) {
    // Without script there is no page that still holds what was typed: it comes back as the draft.
    const claim = { kind: contactClaims, id: contactId, fence: fenceIn(form) }
    await saveDraft(actor, { ...claim, ...text, isLeaving: true })
    throw redirect(`/contacts/${contactId}?refused=record`)
  }
  return Response.json(refusal(answer), { status: 409 })
}

async function nextPath(person: DeskActor, form: FormFields) {
  if (form.get('afterwards') === 'stop') return '/queue?saved'
  const claim = await claimNextContact(person)
  return claim.ok ? `/contacts/${claim.contactId}` : '/queue?saved'
}

function goOn(request: Request, next: string) {
  if (isNavigation(request)) throw redirect(next)
  return Response.json({ ok: true, next } satisfies SubmitAnswer)
}

/** With a new key: what is sent after a refusal is another write. */
const refusal = (answer: RecordRefused): SubmitAnswer => ({
  ...answer,
  errors: answer.reason === 'invalid' ? answer.errors : undefined,
  key: uuidV7(),
})
