import type { ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { authorize } from '#app/accounts/authorize.server.ts'
import { answerList } from '#app/lists/respond-to-bulk-action.server.ts'
import { dateIn } from '#app/time/clock.ts'
import { endReferrals } from '../change-referrals.server.ts'
import { referralEndings } from '../referral-state.ts'

const endingForm = z.object({ ending: z.enum(referralEndings, 'required') })

export async function action({ request }: ActionFunctionArgs) {
  const actor = await authorize(request, 'referral:write')
  const today = dateIn(actor.timeZone, new Date())
  return answerList(request, { home: '/referrals', step: 'end', schema: endingForm }, (ids, { ending }) =>
    endReferrals(actor, { ids, today }, ending),
  )
}
