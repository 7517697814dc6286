import type { ActionFunctionArgs } from '@remix-run/node'
import { authorize } from '#app/accounts/authorize.server.ts'
import { textIn } from '#app/claims/claim-form.server.ts'
import { notFound } from '#app/core/http-errors.ts'
import { readForm } from '#app/core/read-form.server.ts'
import { keepCorrectionDraft } from '../correction-drafts.server.ts'
import { correctedOf } from '../route-params.server.ts'

/** Keeps what stands in the form of a correction at this moment. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await authorize(request, 'conversation:correct')
  const form = await readForm(request)
  const kept = await keepCorrectionDraft(actor, correctedOf(params), textIn(form))
  if (!kept) throw notFound()
  return Response.json(kept)
}
