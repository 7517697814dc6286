import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { authorize } from '#app/accounts/authorize.server.ts'
import { notFound } from '#app/core/http-errors.ts'
import { claimHome } from '../claim-home.server.ts'
import { targetOf } from '../route-params.server.ts'

/** They ring back: opens the call, or the page that says who has it. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await authorize(request, 'call:make')
  const targetId = targetOf(params)
  const answer = await claimHome(actor, targetId)
  if (!answer.ok && answer.reason === 'not-found') throw notFound()
  throw redirect(`/calls/${targetId}`)
}
