import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { authorize } from '#app/accounts/authorize.server.ts'
import { notFound } from '#app/core/http-errors.ts'
import { isUuid } from '#app/core/uuid.server.ts'
import { markSeen } from '../tenant-reports.server.ts'

/** Somebody has seen it; a colleague who was first is as good. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await authorize(request, 'tenant:report')
  const reportId = params.reportId ?? ''
  if (!isUuid(reportId)) throw notFound()
  await markSeen(actor, reportId)
  return redirect('/')
}
