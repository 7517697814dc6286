import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { authorize } from '#app/accounts/authorize.server.ts'
import { badRequest } from '#app/core/http-errors.ts'
import { dateIn } from '#app/time/clock.ts'
import { applySpread } from '../spread-homes.server.ts'
import { pathAfterSpread } from './campaign-answers.server.ts'
import { campaignIdIn } from './campaign-id.server.ts'

/** Draws the list as it is today and divides it. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await authorize(request, 'campaign:write')
  // Taking it back was a DELETE here once, and a page from then may still be open.
  if (request.method !== 'POST') throw badRequest()
  const campaignId = campaignIdIn(params)
  const answer = await applySpread(actor, campaignId, dateIn(actor.timeZone, new Date()))
  return redirect(pathAfterSpread(campaignId, answer, 'spread'))
}
