import type { ActionFunctionArgs } from '@remix-run/node'
import { authorize } from '#app/accounts/authorize.server.ts'
import { badRequest, notFound } from '#app/core/http-errors.ts'
import { typedIn } from '../draft-fields.ts'
import { saveDraft } from '../drafts.server.ts'
import { fenceIn, keyIn, targetOf } from '../route-params.server.ts'

const mostFields = 400
const mostCharacters = 100_000

/** Keeps what stands in the form at this moment. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await authorize(request, 'call:make')
  const targetId = targetOf(params)
  const form = await request.formData()
  const typed = typedIn(form)
  if (Object.keys(typed).length > mostFields || JSON.stringify(typed).length > mostCharacters)
    throw badRequest('too-long')
  const answer = await saveDraft(actor, targetId, { fence: fenceIn(form), key: keyIn(form) }, typed)
  if (!answer.ok && answer.reason === 'not-found') throw notFound()
  return Response.json(answer)
}
