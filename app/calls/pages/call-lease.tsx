import type { ActionFunctionArgs } from '@remix-run/node'
import { authorize } from '#app/accounts/authorize.server.ts'
import { fenceIn } from '#app/claims/claim-form.server.ts'
import { renewLease } from '#app/claims/renew-lease.server.ts'
import { notFound } from '#app/core/http-errors.ts'
import { readForm } from '#app/core/read-form.server.ts'
import { targetOf } from '../route-params.server.ts'
import { readStanding } from '../standing.server.ts'
import { targetClaims } from '../target-claims.ts'

/** The open form keeps hold of its home. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await authorize(request, 'call:make')
  const id = targetOf(params)
  const answer = await renewLease(actor, { kind: targetClaims, id, fence: fenceIn(await readForm(request)) })
  if (!answer.ok && answer.reason === 'not-found') throw notFound()
  return Response.json({ ...answer, standing: await readStanding(actor, id) })
}
