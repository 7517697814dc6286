import type { ActionFunctionArgs } from '@remix-run/node'
import { authorize } from '#app/accounts/authorize.server.ts'
import { answerList } from '#app/lists/respond-to-bulk-action.server.ts'
import { dateIn } from '#app/time/clock.ts'
import { acceptReferrals } from '../change-referrals.server.ts'

export async function action({ request }: ActionFunctionArgs) {
  const actor = await authorize(request, 'referral:write')
  const today = dateIn(actor.timeZone, new Date())
  return answerList(request, { home: '/referrals', step: 'accept' }, (ids) => acceptReferrals(actor, { ids, today }))
}
