import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { authorize } from '#app/accounts/authorize.server.ts'
import { notFound } from '#app/core/http-errors.ts'
import { pathOf } from '#app/triage/protocol-path.ts'
import { kindOf } from '../kind-of.ts'
import { restoreVersion } from '../publish-draft.server.ts'

/** A version of before becomes the draft, to be published again. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await authorize(request, 'protocol:edit')
  const kind = kindOf(params)
  const number = /^\d{1,6}$/.test(params.number ?? '') ? Number(params.number) : 0
  const answer = await restoreVersion(actor, kind, number)
  if (!answer.ok && answer.reason === 'not-found') throw notFound()
  return redirect(answer.ok ? pathOf(kind, '/publication?restored') : pathOf(kind, `/history?refused=${answer.reason}`))
}
