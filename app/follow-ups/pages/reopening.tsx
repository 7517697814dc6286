import type { ActionFunctionArgs } from '@remix-run/node'
import { authorize } from '#app/accounts/authorize.server.ts'
import { answerList } from '#app/lists/respond-to-bulk-action.server.ts'
import { reopenFollowUps } from '../change-follow-ups.server.ts'

export async function action({ request }: ActionFunctionArgs) {
  const actor = await authorize(request, 'follow-up:write')
  return answerList(request, { home: '/follow-ups', step: 'reopen' }, (ids) => reopenFollowUps(actor, ids))
}
