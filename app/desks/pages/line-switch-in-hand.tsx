import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { authorizeDesk, inHand } from '#app/accounts/authorize.server.ts'
import { notFound } from '#app/core/http-errors.ts'
import { isUuid } from '#app/core/uuid.server.ts'
import { switchBack } from '#app/lines/lines.server.ts'

/** DELETE: what the desk switched holds no more. */
export async function action({ request, params: { corporationId, lineId = '', switchId = '' } }: ActionFunctionArgs) {
  const actor = await authorizeDesk(request, 'line:redirect')
  const held = inHand(actor, Number(corporationId))
  if (!isUuid(lineId) || !isUuid(switchId) || !(await switchBack(held, lineId, switchId))) throw notFound()
  return redirect(`/desk/corporations/${held.corporationId}`)
}
