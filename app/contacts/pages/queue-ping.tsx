import type { ActionFunctionArgs } from '@remix-run/node'
import { authorizeDesk } from '#app/accounts/authorize.server.ts'
import { fenceIn } from '#app/claims/claim-form.server.ts'
import { readForm } from '#app/core/read-form.server.ts'
import { ping } from '../presence.server.ts'
import { contactOf } from '../route-params.server.ts'

/** The screen of an operator is there, with the contact they have on it. */
export async function action({ request }: ActionFunctionArgs) {
  const actor = await authorizeDesk(request, 'contact:work')
  const form = await readForm(request)
  const held = form.has('contactId')
    ? { contactId: contactOf({ contactId: String(form.get('contactId')) }), fence: fenceIn(form) }
    : null
  return Response.json({ isHeld: await ping(actor, { held }) })
}
