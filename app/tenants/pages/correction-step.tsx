import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { authorize } from '#app/accounts/authorize.server.ts'
import { notFound } from '#app/core/http-errors.ts'
import { isUuid } from '#app/core/uuid.server.ts'
import { stepAt } from '#app/lists/steps.ts'
import { correctionSteps } from '../correction-steps.ts'
import { stepCorrection } from '../corrections.server.ts'

/** It stands in their own system, or it does not after all. What a colleague did a moment before is done. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await authorize(request, correctionSteps[stepAt(correctionSteps, request)].permission)
  const id = params.correctionId ?? ''
  const answer = isUuid(id) ? await stepCorrection(actor, id, stepAt(correctionSteps, request)) : null
  if (!answer || (!answer.ok && answer.reason === 'not-found')) throw notFound()
  return redirect('/corrections')
}
