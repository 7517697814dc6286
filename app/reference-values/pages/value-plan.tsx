import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { authorize } from '#app/accounts/authorize.server.ts'
import { notFound } from '#app/core/http-errors.ts'
import { isUuid } from '#app/core/uuid.server.ts'
import { dateIn } from '#app/time/clock.ts'
import { removePlanned } from '../set-value.server.ts'
import { addressAfter } from '../way-back.server.ts'

/** DELETE: what is planned for a later day. The page after it offers the way back. */
export async function action({ request, params: { planId = '' } }: ActionFunctionArgs) {
  const actor = await authorize(request, 'values:manage')
  const gone = isUuid(planId) && (await removePlanned(actor, planId, dateIn(actor.timeZone, new Date())))
  if (!gone) throw notFound()
  return redirect(addressAfter(gone))
}
