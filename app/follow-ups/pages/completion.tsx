import type { ActionFunctionArgs } from '@remix-run/node'
import { authorize } from '#app/accounts/authorize.server.ts'
import { answerList } from '#app/lists/respond-to-bulk-action.server.ts'
import { completeFollowUps } from '../change-follow-ups.server.ts'
import { resultForm } from '../forms.ts'

export async function action({ request }: ActionFunctionArgs) {
  const actor = await authorize(request, 'follow-up:write')
  return answerList(request, { home: '/follow-ups', step: 'complete', schema: resultForm }, (ids, { result }) =>
    completeFollowUps(actor, ids, ids.length === 1 ? result : ''),
  )
}
