import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { authorize } from '#app/accounts/authorize.server.ts'
import { notFound } from '#app/core/http-errors.ts'
import { typedIn } from '../draft-fields.ts'
import { saveDraft } from '../drafts.server.ts'
import { releaseClaim } from '../release-claim.server.ts'
import { fenceIn, targetOf } from '../route-params.server.ts'

/** Not calling now: the home goes back to the list, and what was typed stays as a draft. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await authorize(request, 'call:make')
  const targetId = targetOf(params)
  const form = await request.formData()
  const fence = fenceIn(form)
  const typed = typedIn(form)
  if ((typed.notes?.[0] ?? '').trim() !== '') await saveDraft(actor, targetId, { fence }, typed)
  const answer = await releaseClaim(actor, targetId, fence)
  if (!answer.ok && answer.reason === 'not-found') throw notFound()
  throw redirect('/calls')
}
