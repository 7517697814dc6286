import type { ActionFunctionArgs } from '@remix-run/node'
import { authorize } from '#app/accounts/authorize.server.ts'
import { dateIn } from '#app/core/clock.ts'
import { answerList } from '#app/follow-ups/answer.server.ts'
import { acceptReferrals } from '../change.server.ts'

export async function action({ request }: ActionFunctionArgs) {
  const actor = await authorize(request, 'referral:write')
  const today = dateIn(actor.timeZone, new Date())
  return answerList(request, { home: '/referrals', step: 'accept' }, (ids) => acceptReferrals(actor, { ids, today }))
}
