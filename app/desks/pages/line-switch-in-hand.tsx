import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { authorizeDesk, inHand } from '#app/accounts/authorize.server.ts'
import { notFound } from '#app/core/http-errors.ts'
import { inScope } from '#app/core/scope.server.ts'
import { isUuid } from '#app/core/uuid.server.ts'
import { findLine, switchBack } from '#app/lines/lines.server.ts'
import { fieldsOfSwitch } from '#app/lines/way-back.ts'
import { takenAway } from '#app/lists/taken-away.ts'
import { mayRedirect, readServed } from './lines-in-hand.server.ts'

/** DELETE: what the desk switched holds no more. The page of its line offers the way back. */
export async function action({ request, params: { corporationId, lineId = '', switchId = '' } }: ActionFunctionArgs) {
  const actor = await authorizeDesk(request, 'line:redirect')
  const held = inHand(actor, Number(corporationId))
  const { timeZone } = await readServed(held)
  const ended = isUuid(lineId) && isUuid(switchId) && (await switchBack(held, lineId, switchId))
  if (!ended) throw notFound()
  const to = `/desk/corporations/${held.corporationId}`
  const line = await inScope(held, (tx) => findLine(tx, held, lineId))
  if (!line || !mayRedirect(held, line)) return redirect(to)
  return redirect(`${to}/lines/${lineId}?${takenAway(fieldsOfSwitch(ended, timeZone))}`)
}
