import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { authorize } from '#app/accounts/authorize.server.ts'
import { findWrittenAbout } from '../added-conversation.server.ts'
import { discardConversationDraft } from '../conversation-drafts.server.ts'
import { spokenWithOf } from '../route-params.server.ts'

/** Throws one's own text away; the page shows an empty form. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await authorize(request, params.targetId ? 'call:make' : 'conversation:add')
  const whom = spokenWithOf(params)
  await discardConversationDraft(actor, await findWrittenAbout(actor, whom))
  throw redirect('targetId' in whom ? `/calls/${whom.targetId}/conversation` : `/tenants/${whom.tenantId}/conversation`)
}
