import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { authorize } from '#app/accounts/authorize.server.ts'
import { can } from '#app/accounts/permissions.ts'
import { undoReport } from '#app/campaigns/report-status.server.ts'
import { notFound } from '#app/core/http-errors.ts'
import { readForm } from '#app/core/read-form.server.ts'
import { isUuid } from '#app/core/uuid.server.ts'

/** It was not so after all. `aside` asks from a page that stays where it is. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await authorize(request, 'report:take-back')
  const reportId = params.reportId ?? ''
  const undone = isUuid(reportId) ? await undoReport(actor, reportId, new Date()) : null
  if (!undone) throw notFound()
  if ((await readForm(request)).has('aside')) return Response.json({ ok: true })
  return redirect(can(actor, 'tenant:read') ? `/tenants/${undone.tenantId}` : '/calls')
}
