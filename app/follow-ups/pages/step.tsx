import type { ActionFunctionArgs } from '@remix-run/node'
import { authorize } from '#app/accounts/authorize.server.ts'
import { respondToStep } from '#app/lists/respond-to-step.server.ts'
import { stepAt } from '#app/lists/steps.ts'
import { dateIn } from '#app/time/clock.ts'
import { changeFollowUps } from '../change-follow-ups.server.ts'
import { followUpSteps } from '../follow-up-steps.ts'

/** Every step with promises is posted here, each at its own address. */
export async function action({ request }: ActionFunctionArgs) {
  const actor = await authorize(request, followUpSteps[stepAt(followUpSteps, request)].permission)
  const today = dateIn(actor.timeZone, new Date())
  return respondToStep(request, { home: '/follow-ups', steps: followUpSteps, today }, (ids, change) =>
    changeFollowUps(actor, ids, change),
  )
}
