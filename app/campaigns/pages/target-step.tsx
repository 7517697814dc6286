import type { ActionFunctionArgs } from '@remix-run/node'
import { authorize } from '#app/accounts/authorize.server.ts'
import type { FormFields } from '#app/core/form-fields.ts'
import { badRequest } from '#app/core/http-errors.ts'
import { respondToStep } from '#app/lists/respond-to-step.server.ts'
import { stepAt } from '#app/lists/steps.ts'
import { dateIn } from '#app/time/clock.ts'
import { openTargets } from '../list-targets.server.ts'
import { homesOfMove, moveHomes } from '../move-homes.server.ts'
import { readTargetFilter } from '../target-filter.ts'
import { targetSteps } from '../target-steps.ts'
import { campaignIdIn } from './campaign-id.server.ts'

/** Every step with the homes of a campaign is posted here, each at its own address. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await authorize(request, targetSteps[stepAt(targetSteps, request)].permission)
  const campaignId = campaignIdIn(params)
  const home = `/campaigns/${campaignId}/addresses`
  const today = dateIn(actor.timeZone, new Date())
  const rowsOf = async (form: FormFields) => {
    const move = form.get('move')
    if (typeof move === 'string') return homesOfMove(actor, campaignId, move)
    return form.has('all') ? openTargets(actor, { campaignId, filter: filterIn(form) }) : null
  }
  return respondToStep(request, { home, steps: targetSteps, today, rowsOf }, (ids, change) =>
    moveHomes(actor, { campaignId, ids }, change),
  )
}

/** What the list showed when all of it was ticked. */
function filterIn(form: FormFields) {
  const query = form.get('filter')
  if (typeof query !== 'string') throw badRequest()
  return readTargetFilter(new URLSearchParams(query))
}
