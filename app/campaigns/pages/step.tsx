import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { authorize } from '#app/accounts/authorize.server.ts'
import { stepAt } from '#app/lists/steps.ts'
import { campaignSteps } from '../campaign-steps.ts'
import { stepCampaign } from '../step-campaign.server.ts'
import { pathAfterStep } from './campaign-answers.server.ts'
import { campaignIdIn } from './campaign-id.server.ts'

/** Starting, pausing and resuming a campaign, each at its own address; closing has a page that asks first. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await authorize(request, campaignSteps[stepAt(campaignSteps, request)].permission)
  const step = stepAt(campaignSteps, request)
  const campaignId = campaignIdIn(params)
  return redirect(pathAfterStep(campaignId, step, await stepCampaign(actor, campaignId, step)))
}
