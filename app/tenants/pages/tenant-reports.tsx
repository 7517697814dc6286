import { type ActionFunctionArgs, data, redirect } from '@remix-run/node'
import { z } from 'zod'
import { authorize } from '#app/accounts/authorize.server.ts'
import { reportStatus } from '#app/campaigns/report-status.server.ts'
import { parseForm } from '#app/core/forms.ts'
import { notFound } from '#app/core/http-errors.ts'
import { readForm } from '#app/core/read-form.server.ts'
import { isUuid } from '#app/core/uuid.server.ts'
import { holdsNoBsn } from '#imports/typed-bsn.ts'
import { statusKinds } from '../call-reports.ts'

const schema = z.object({
  kind: z.enum(statusKinds, 'required'),
  reason: z.string().trim().min(1, 'required').max(500, 'too-long').refine(holdsNoBsn, 'bsn'),
})

/** A coordinator heard that a tenant died, moved, or does not want to be called. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await authorize(request, 'tenant:report')
  const tenantId = params.tenantId ?? ''
  if (!isUuid(tenantId)) throw notFound()
  const form = parseForm(schema, await readForm(request))
  if (!form.ok) return data({ ok: false as const, errors: form.errors }, 400)
  if (!(await reportStatus(actor, { ...form.value, tenantId, now: new Date() }))) throw notFound()
  return redirect(`/tenants/${tenantId}`)
}
