import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { authorize } from '#app/accounts/authorize.server.ts'
import { notFound } from '#app/core/http-errors.ts'
import { isUuid } from '#app/core/uuid.server.ts'
import { removeHours } from '../lines.server.ts'

/** DELETE: one interval, or one closed day, of a line. */
export async function action({ request, params: { lineId = '', hoursId = '' } }: ActionFunctionArgs) {
  const actor = await authorize(request, 'line:manage')
  if (!isUuid(lineId) || !isUuid(hoursId) || !(await removeHours(actor, lineId, hoursId))) throw notFound()
  return redirect(`/settings/lines/${lineId}`)
}
