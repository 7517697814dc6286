import type { ActionFunctionArgs } from '@remix-run/node'
import { authorize } from '#app/accounts/authorize.server.ts'
import { answerList } from '#app/lists/respond-to-bulk-action.server.ts'
import { reassignFollowUps } from '../change-follow-ups.server.ts'
import { ownerForm } from '../forms.ts'

export async function action({ request }: ActionFunctionArgs) {
  const actor = await authorize(request, 'follow-up:read-all')
  return answerList(request, { home: '/follow-ups', step: 'reassign', schema: ownerForm }, (ids, { ownerId }) =>
    reassignFollowUps(actor, ids, ownerId),
  )
}
