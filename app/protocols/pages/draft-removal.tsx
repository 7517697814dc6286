import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { authorize } from '#app/accounts/authorize.server.ts'
import { pathOf } from '#app/triage/protocol-path.ts'
import { kindOf } from '../kind-of.ts'
import { discardDraft } from '../take-back.server.ts'

/** The draft is put away; the page after it brings it back. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await authorize(request, 'protocol:edit')
  const kind = kindOf(params)
  const isDone = await discardDraft(actor, kind)
  return redirect(pathOf(kind, isDone ? '/history?discarded' : ''))
}
