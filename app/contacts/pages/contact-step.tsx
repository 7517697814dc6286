import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { authorizeDesk } from '#app/accounts/authorize.server.ts'
import { isNavigation } from '#app/claims/claim-form.server.ts'
import { notFound, refusal } from '#app/core/http-errors.ts'
import { readForm } from '#app/core/read-form.server.ts'
import { type ContactStepName, contactSteps } from '../contact-steps.server.ts'
import { contactInHand } from '../route-params.server.ts'

/** Every step with one contact is posted here, each at its own address. */
export async function action({ request, params }: ActionFunctionArgs) {
  const person = await authorizeDesk(request, 'contact:work')
  const { actor, contactId } = await contactInHand(person, params)
  const answer = await stepOf(request)(actor, contactId, await readForm(request))
  if (!answer.ok && answer.reason === 'not-found') throw notFound()
  if (isNavigation(request)) throw redirect(`/contacts/${contactId}${answer.ok ? '' : `?refused=${answer.reason}`}`)
  return answer.ok ? Response.json(answer) : refusal(answer, 409)
}

function stepOf(request: Request) {
  const name = new URL(request.url).pathname.split('/').at(-1) ?? ''
  if (!Object.hasOwn(contactSteps, name)) throw notFound()
  return contactSteps[name as ContactStepName]
}
