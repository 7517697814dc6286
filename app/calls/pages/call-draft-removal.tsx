import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { authorize } from '#app/accounts/authorize.server.ts'
import { discardDraft } from '#app/claims/drafts.server.ts'
import { targetOf } from '../route-params.server.ts'
import { targetClaims } from '../target-claims.ts'

/** Throws one's own text away. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await authorize(request, 'call:make')
  await discardDraft(actor, { kind: targetClaims, id: targetOf(params) })
  throw redirect('/calls')
}
