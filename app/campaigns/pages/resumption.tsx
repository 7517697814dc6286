import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { authorize } from '#app/accounts/authorize.server.ts'
import { resumeCampaign } from '../change-campaign-state.server.ts'
import { stateAnswer } from './answer.server.ts'
import { campaignIdIn } from './campaign-id.server.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await authorize(request, 'campaign:launch')
  const campaignId = campaignIdIn(params)
  return redirect(stateAnswer(campaignId, await resumeCampaign(actor, campaignId), 'resumed'))
}
