import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { authorize } from '#app/accounts/authorize.server.ts'
import { notFound } from '#app/core/http-errors.ts'
import { isUuid } from '#app/core/uuid.server.ts'
import { stepAt } from '#app/lists/steps.ts'
import { stepAgency } from '../agencies.server.ts'
import { agencySteps } from '../agency-steps.ts'

/** No longer using an organisation, or using it again. What a colleague did a moment before is done. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await authorize(request, agencySteps[stepAt(agencySteps, request)].permission)
  const id = params.agencyId ?? ''
  const answer = isUuid(id) ? await stepAgency(actor, id, stepAt(agencySteps, request)) : null
  if (!answer || (!answer.ok && answer.reason === 'not-found')) throw notFound()
  return redirect(`/agencies/${id}`)
}
