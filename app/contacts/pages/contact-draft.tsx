import type { ActionFunctionArgs } from '@remix-run/node'
import { authorizeDesk } from '#app/accounts/authorize.server.ts'
import { fenceIn, textIn } from '#app/claims/claim-form.server.ts'
import { saveDraft } from '#app/claims/drafts.server.ts'
import { gone } from '#app/core/http-errors.ts'
import { readForm } from '#app/core/read-form.server.ts'
import { contactClaims } from '../contact-claims.ts'
import { contactOfForm } from '../route-params.server.ts'

/** Keeps what stands in the form at this moment. */
export async function action({ request, params }: ActionFunctionArgs) {
  const person = await authorizeDesk(request, 'contact:work')
  const { actor, contactId: id } = await contactOfForm(person, params)
  const form = await readForm(request)
  const answer = await saveDraft(actor, { kind: contactClaims, id, fence: fenceIn(form), ...textIn(form) })
  if (!answer.ok && answer.reason === 'not-found') throw gone()
  return Response.json(answer)
}
