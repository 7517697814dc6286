import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { authorizeDesk } from '#app/accounts/authorize.server.ts'
import { isNavigation } from '#app/claims/claim-form.server.ts'
import { badRequest } from '#app/core/http-errors.ts'
import { readForm } from '#app/core/read-form.server.ts'
import { setPresence } from '../presence.server.ts'
import { presenceStates } from '../presence.ts'

/** Whether they can take a call now, as they say themselves. */
export async function action({ request }: ActionFunctionArgs) {
  const actor = await authorizeDesk(request, 'contact:work')
  const asked = (await readForm(request)).get('state')
  const state = presenceStates.find((one) => one === asked)
  if (!state) throw badRequest('invalid')
  await setPresence(actor, state)
  if (isNavigation(request)) throw redirect('/queue')
  return Response.json({ ok: true })
}
