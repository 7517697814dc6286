import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { authorize } from '#app/accounts/authorize.server.ts'
import { notFound } from '#app/core/http-errors.ts'
import { discardCorrectionDraft } from '../correction-drafts.server.ts'
import { correctedOf } from '../route-params.server.ts'

/** Throws one's own text away; the page shows what is saved. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await authorize(request, 'conversation:correct')
  const which = correctedOf(params)
  if (!(await discardCorrectionDraft(actor, which))) throw notFound()
  throw redirect('attemptId' in which ? `/attempts/${which.attemptId}` : `/conversations/${which.conversationId}`)
}
