import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { authorize } from '#app/accounts/authorize.server.ts'
import { notFound } from '#app/core/http-errors.ts'
import { isUuid } from '#app/core/uuid.server.ts'
import { removeCaller } from '../change-team.server.ts'
import { withFlash } from './campaign-answers.server.ts'
import { campaignIdIn } from './campaign-id.server.ts'

/** A caller stops: what they had not begun goes to the others. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await authorize(request, 'campaign:write')
  const [campaignId, accountId] = [campaignIdIn(params), params.accountId ?? '']
  if (!isUuid(accountId)) throw notFound()
  const answer = await removeCaller(actor, campaignId, accountId)
  if (!answer.ok && answer.reason === 'not-found') throw notFound()
  return redirect(
    withFlash(`/campaigns/${campaignId}/callers`, answer.ok ? { ok: true, flash: 'caller-left' } : answer),
  )
}
