import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { authorizeDesk } from '#app/accounts/authorize.server.ts'
import { fenceIn } from '#app/claims/claim-form.server.ts'
import { releaseClaim } from '#app/claims/release-claim.server.ts'
import { notFound } from '#app/core/http-errors.ts'
import { readForm } from '#app/core/read-form.server.ts'
import { contactClaims } from '../contact-claims.ts'
import { keepTyped } from '../keep-typed.server.ts'
import { contactInHand } from '../route-params.server.ts'

/** Back to the queue; what was typed stays as a draft. */
export async function action({ request, params }: ActionFunctionArgs) {
  const person = await authorizeDesk(request, 'contact:work')
  const { contactId: id, actor } = await contactInHand(person, params)
  const form = await readForm(request)
  await keepTyped(actor, id, form)
  const answer = await releaseClaim(actor, { kind: contactClaims, id, fence: fenceIn(form) })
  if (!answer.ok && answer.reason === 'not-found') throw notFound()
  throw redirect('/queue')
}
