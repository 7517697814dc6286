import type { ActionFunctionArgs } from '@remix-run/node'
import { authorizeDesk } from '#app/accounts/authorize.server.ts'
import { fenceIn } from '#app/claims/claim-form.server.ts'
import { renewLease } from '#app/claims/renew-lease.server.ts'
import { gone } from '#app/core/http-errors.ts'
import { readForm } from '#app/core/read-form.server.ts'
import { contactClaims } from '../contact-claims.ts'
import { contactOfForm } from '../route-params.server.ts'

/** The open form keeps hold of its contact, and takes it up again after a closed laptop while nobody else did. */
export async function action({ request, params }: ActionFunctionArgs) {
  const person = await authorizeDesk(request, 'contact:work')
  const { actor, contactId: id } = await contactOfForm(person, params)
  const answer = await renewLease(actor, { kind: contactClaims, id, fence: fenceIn(await readForm(request)) })
  if (!answer.ok && answer.reason === 'not-found') throw gone()
  return Response.json(answer)
}
