import type { ActionFunctionArgs } from '@remix-run/node'
import { authorize } from '#app/accounts/authorize.server.ts'
import { answerList } from '#app/lists/respond-to-bulk-action.server.ts'
import { dateIn } from '#app/time/clock.ts'
import { moveFollowUps } from '../change-follow-ups.server.ts'
import { moveForm } from '../forms.ts'

export async function action({ request }: ActionFunctionArgs) {
  const actor = await authorize(request, 'follow-up:write')
  const schema = moveForm(dateIn(actor.timeZone, new Date()))
  return answerList(request, { home: '/follow-ups', step: 'move', schema }, (ids, due) =>
    moveFollowUps(actor, ids, due),
  )
}
