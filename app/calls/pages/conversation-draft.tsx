import type { ActionFunctionArgs } from '@remix-run/node'
import { authorize } from '#app/accounts/authorize.server.ts'
import { textIn } from '#app/claims/claim-form.server.ts'
import { readForm } from '#app/core/read-form.server.ts'
import { findWrittenAbout } from '../added-conversation.server.ts'
import { keepConversationDraft } from '../conversation-drafts.server.ts'
import { spokenWithOf } from '../route-params.server.ts'

/** Keeps what stands in the form of an added conversation at this moment. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await authorize(request, params.targetId ? 'call:make' : 'conversation:add')
  const form = await readForm(request)
  const tenantId = await findWrittenAbout(actor, spokenWithOf(params))
  return Response.json(await keepConversationDraft(actor, tenantId, textIn(form)))
}
