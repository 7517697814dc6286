import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { authorize } from '#app/accounts/authorize.server.ts'
import { notFound } from '#app/core/http-errors.ts'
import { inScopeSql } from '#app/core/scope.server.ts'
import { targetOf } from '../route-params.server.ts'
import { findLastCall } from '../saved-call.server.ts'

/** To the last call to a home, where it is corrected. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await authorize(request, 'conversation:correct')
  const attemptId = await inScopeSql(actor, (tx) => findLastCall(tx, actor, targetOf(params)))
  if (!attemptId) throw notFound()
  return redirect(`/attempts/${attemptId}`)
}
