import type { ActionFunctionArgs } from '@remix-run/node'
import { authorize } from '#app/accounts/authorize.server.ts'
import { fenceIn, textIn } from '#app/claims/claim-form.server.ts'
import { saveDraft } from '#app/claims/drafts.server.ts'
import { notFound } from '#app/core/http-errors.ts'
import { readForm } from '#app/core/read-form.server.ts'
import { targetOf } from '../route-params.server.ts'
import { targetClaims } from '../target-claims.ts'

/** Keeps what stands in the form at this moment. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await authorize(request, 'call:make')
  const id = targetOf(params)
  const form = await readForm(request)
  const answer = await saveDraft(actor, { kind: targetClaims, id, fence: fenceIn(form), ...textIn(form) })
  if (!answer.ok && answer.reason === 'not-found') throw notFound()
  return Response.json(answer)
}
