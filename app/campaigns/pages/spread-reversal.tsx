import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { authorize } from '#app/accounts/authorize.server.ts'
import { undoSpread } from '../spread-homes.server.ts'
import { pathAfterSpread } from './campaign-answers.server.ts'
import { campaignIdIn } from './campaign-id.server.ts'

/** Takes the list away again, while nobody was called. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await authorize(request, 'campaign:write')
  const campaignId = campaignIdIn(params)
  return redirect(pathAfterSpread(campaignId, await undoSpread(actor, campaignId), 'spread-undone'))
}
