import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { authorizeDesk } from '#app/accounts/authorize.server.ts'
import { fenceIn } from '#app/claims/claim-form.server.ts'
import { notFound } from '#app/core/http-errors.ts'
import { readForm } from '#app/core/read-form.server.ts'
import { keepTyped } from '../keep-typed.server.ts'
import { missOutside, sendOutside } from '../ring-outside.server.ts'
import { contactInHand } from '../route-params.server.ts'

/** They go outside and are rung there, or were not reached there; what was typed stays as a draft. */
export async function action({ request, params }: ActionFunctionArgs) {
  const person = await authorizeDesk(request, 'contact:work')
  const { contactId, actor } = await contactInHand(person, params)
  const form = await readForm(request)
  await keepTyped(actor, contactId, form)
  const isMissed = new URL(request.url).pathname.endsWith('/outside-missed')
  const answer = await (isMissed ? missOutside : sendOutside)(actor, { contactId, fence: fenceIn(form) })
  if (answer.ok) throw redirect('/queue')
  if (answer.reason === 'not-found') throw notFound()
  throw redirect(`/contacts/${contactId}?refused=${answer.reason}`)
}
