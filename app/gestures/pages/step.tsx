import type { ActionFunctionArgs } from '@remix-run/node'
import { authorize } from '#app/accounts/authorize.server.ts'
import { respondToStep } from '#app/lists/respond-to-step.server.ts'
import { stepAt } from '#app/lists/steps.ts'
import { dateIn } from '#app/time/clock.ts'
import { changeGestures } from '../change-gestures.server.ts'
import { gestureSteps } from '../gesture-steps.ts'

/** Every step with cards and flowers is posted here, each at its own address. */
export async function action({ request }: ActionFunctionArgs) {
  const actor = await authorize(request, gestureSteps[stepAt(gestureSteps, request)].permission)
  const today = dateIn(actor.timeZone, new Date())
  return respondToStep(request, { home: '/gestures', steps: gestureSteps, today }, (ids, change) =>
    changeGestures(actor, ids, change),
  )
}
