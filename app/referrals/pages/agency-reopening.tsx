import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { authorize } from '#app/accounts/authorize.server.ts'
import { notFound } from '#app/core/http-errors.ts'
import { isUuid } from '#app/core/uuid.server.ts'
import { resumeAgency } from '../agencies.server.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await authorize(request, 'agency:write')
  const id = params.agencyId ?? ''
  if (!isUuid(id) || !(await resumeAgency(actor, id)).ok) throw notFound()
  return redirect(`/agencies/${id}`)
}
