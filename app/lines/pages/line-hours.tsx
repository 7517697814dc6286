import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { authorize } from '#app/accounts/authorize.server.ts'
import { notFound } from '#app/core/http-errors.ts'
import { isUuid } from '#app/core/uuid.server.ts'
import { takenAway } from '#app/lists/taken-away.ts'
import { removeHours } from '../lines.server.ts'
import { fieldsOfHours } from '../way-back.ts'

/** DELETE: one interval, or one closed day, of a line. The page after it offers the way back. */
export async function action({ request, params: { lineId = '', hoursId = '' } }: ActionFunctionArgs) {
  const actor = await authorize(request, 'line:manage')
  const removed = isUuid(lineId) && isUuid(hoursId) && (await removeHours(actor, lineId, hoursId))
  if (!removed) throw notFound()
  return redirect(`/settings/lines/${lineId}?${takenAway(fieldsOfHours(removed))}`)
}
