import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { authorizeDesk } from '#app/accounts/authorize.server.ts'
import { isNavigation } from '#app/claims/claim-form.server.ts'
import { notFound } from '#app/core/http-errors.ts'
import { isUuid } from '#app/core/uuid.server.ts'
import { setGoneOperatorOff } from '../leave-desk.server.ts'

/** Signs off a colleague whose screen is gone; what they had in hand goes to whoever is next. */
export async function action({ request, params: { accountId = '' } }: ActionFunctionArgs) {
  const actor = await authorizeDesk(request, 'contact:supervise')
  if (!isUuid(accountId)) throw notFound()
  const ok = await setGoneOperatorOff(actor, accountId)
  if (isNavigation(request)) throw redirect('/queue')
  return Response.json({ ok })
}
