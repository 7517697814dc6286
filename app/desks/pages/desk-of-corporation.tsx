import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { authorize } from '#app/accounts/authorize.server.ts'
import { notFound } from '#app/core/http-errors.ts'
import { endContract } from '../desks.server.ts'

/** DELETE: from now on it sees nothing of the corporation. */
export async function action({ request, params: { deskId = '' } }: ActionFunctionArgs) {
  const actor = await authorize(request, 'account:manage')
  if (!/^[1-9]\d{0,8}$/.test(deskId) || !(await endContract(actor, Number(deskId)))) throw notFound()
  return redirect('/settings/desks?ended')
}
