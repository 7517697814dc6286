import type { ActionFunctionArgs } from '@remix-run/node'
import { authorize } from '#app/accounts/authorize.server.ts'
import { notFound } from '#app/core/http-errors.ts'
import { renewLease } from '../renew-lease.server.ts'
import { fenceIn, targetOf } from '../route-params.server.ts'

/** The open form keeps hold of its home. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await authorize(request, 'call:make')
  const answer = await renewLease(actor, targetOf(params), fenceIn(await request.formData()))
  if (!answer.ok && answer.reason === 'not-found') throw notFound()
  return Response.json(answer)
}
