import { type ActionFunctionArgs, data, redirect } from '@remix-run/node'
import { authorize } from '#app/accounts/authorize.server.ts'
import { parseForm } from '#app/core/forms.ts'
import { notFound } from '#app/core/http-errors.ts'
import { readForm } from '#app/core/read-form.server.ts'
import { isUuid } from '#app/core/uuid.server.ts'
import { dateIn } from '#app/time/clock.ts'
import { warningForm } from '../home-warning.ts'
import { addWarning } from '../keep-warnings.server.ts'

/** Whoever rings or goes to the home of this tenant is warned from now on. */
export async function action({ request, params: { tenantId = '' } }: ActionFunctionArgs) {
  const actor = await authorize(request, 'home-warning:keep')
  if (!isUuid(tenantId)) throw notFound()
  const today = dateIn(actor.timeZone, new Date())
  const form = parseForm(warningForm(today), await readForm(request))
  if (!form.ok) return data({ ok: false as const, errors: form.errors }, 400)
  const { homeId, input } = form.value
  if (!(await addWarning(actor, homeId, { input, today }))) throw notFound()
  return redirect(`/tenants/${tenantId}`)
}
