import type { ActionFunctionArgs } from '@remix-run/node'
import { authorize } from '#app/accounts/authorize.server.ts'
import { respondToStep } from '#app/lists/respond-to-step.server.ts'
import { stepAt } from '#app/lists/steps.ts'
import { dateIn } from '#app/time/clock.ts'
import { changeReferrals } from '../change-referrals.server.ts'
import { referralSteps } from '../referral-steps.ts'

/** Every step with referrals is posted here, each at its own address. */
export async function action({ request }: ActionFunctionArgs) {
  const actor = await authorize(request, referralSteps[stepAt(referralSteps, request)].permission)
  const today = dateIn(actor.timeZone, new Date())
  return respondToStep(request, { home: '/referrals', steps: referralSteps, today }, (ids, change) =>
    changeReferrals(actor, { ids, today }, change),
  )
}
