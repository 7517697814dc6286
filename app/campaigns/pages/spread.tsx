import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { authorize } from '#app/accounts/authorize.server.ts'
import { notFound } from '#app/core/http-errors.ts'
import { dateIn } from '#app/time/clock.ts'
import { applySpread, undoSpread } from '../spread-homes.server.ts'
import { stepPath } from '../views/draft-steps.ts'
import { saying } from './answer.server.ts'
import { campaignIdIn } from './campaign-id.server.ts'

/** POST draws the list and divides it, DELETE takes that back while nobody was called. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await authorize(request, 'campaign:write')
  const campaignId = campaignIdIn(params)
  const isUndo = request.method === 'DELETE'
  const today = dateIn(actor.timeZone, new Date())
  const answer = isUndo ? await undoSpread(actor, campaignId) : await applySpread(actor, campaignId, today)
  if (!answer.ok && answer.reason === 'not-found') throw notFound()
  const said = isUndo ? 'spread-undone' : 'spread'
  return redirect(saying(stepPath(campaignId, 'start'), answer.ok ? { ok: true, said } : answer))
}
