import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { authorize } from '#app/accounts/authorize.server.ts'
import { notFound } from '#app/core/http-errors.ts'
import { readForm } from '#app/core/read-form.server.ts'
import { isUuid } from '#app/core/uuid.server.ts'
import { dateIn } from '#app/time/clock.ts'
import { endWarning } from '../keep-warnings.server.ts'

/** Nobody is warned any more; that a colleague was first is as good. Back to the tenant it was pressed at, or to all warnings. */
export async function action({ request, params: { warningId = '' } }: ActionFunctionArgs) {
  const actor = await authorize(request, 'home-warning:keep')
  if (!isUuid(warningId)) throw notFound()
  await endWarning(actor, warningId, { today: dateIn(actor.timeZone, new Date()) })
  const tenantId = (await readForm(request)).get('tenantId')
  return redirect(typeof tenantId === 'string' && isUuid(tenantId) ? `/tenants/${tenantId}` : '/warnings')
}
