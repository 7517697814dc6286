import type { ActionFunctionArgs } from '@remix-run/node'
import { authorize } from '#app/accounts/authorize.server.ts'
import { answerList } from '#app/lists/respond-to-bulk-action.server.ts'
import { refuseGestures } from '../change-gestures.server.ts'

export async function action({ request }: ActionFunctionArgs) {
  const actor = await authorize(request, 'gesture:decide')
  return answerList(request, { home: '/gestures', step: 'refuse' }, (ids) => refuseGestures(actor, ids))
}
