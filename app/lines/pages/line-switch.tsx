import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { authorize } from '#app/accounts/authorize.server.ts'
import { notFound } from '#app/core/http-errors.ts'
import { isUuid } from '#app/core/uuid.server.ts'
import { takenAway } from '#app/lists/taken-away.ts'
import { switchBack } from '../lines.server.ts'
import { fieldsOfSwitch } from '../way-back.ts'

/** DELETE: what was switched by hand holds no more. The page after it offers the way back. */
export async function action({ request, params: { lineId = '', switchId = '' } }: ActionFunctionArgs) {
  const actor = await authorize(request, 'line:manage')
  const ended = isUuid(lineId) && isUuid(switchId) && (await switchBack(actor, lineId, switchId))
  if (!ended) throw notFound()
  return redirect(`/settings/lines/${lineId}/switches?${takenAway(fieldsOfSwitch(ended, actor.timeZone))}`)
}
