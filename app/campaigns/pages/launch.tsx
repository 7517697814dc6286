import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { authorize } from '#app/accounts/authorize.server.ts'
import { notFound } from '#app/core/http-errors.ts'
import { launchCampaign } from '../change-campaign-state.server.ts'
import { stepPath } from '../views/draft-steps.ts'
import { saying } from './answer.server.ts'
import { campaignIdIn } from './campaign-id.server.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await authorize(request, 'campaign:launch')
  const campaignId = campaignIdIn(params)
  const answer = await launchCampaign(actor, campaignId)
  if (answer.ok) return redirect(saying(`/campaigns/${campaignId}`, { ok: true, said: 'launched' }))
  if (answer.reason === 'not-found') throw notFound()
  // The step itself lists all that is missing; the address names the first.
  if (answer.reason === 'incomplete')
    return redirect(saying(stepPath(campaignId, 'start'), { ok: false, reason: answer.missing[0] ?? 'other' }))
  return redirect(saying(`/campaigns/${campaignId}`, answer))
}
