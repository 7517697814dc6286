import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { authorize } from '#app/accounts/authorize.server.ts'
import { notFound } from '#app/core/http-errors.ts'
import { numberOf, numbersPath } from '../urgent-number-path.server.ts'
import { removeUrgentNumber } from '../urgent-numbers.server.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await authorize(request, 'corporation:manage')
  if (!(await removeUrgentNumber(actor, numberOf(params)))) throw notFound()
  return redirect(numbersPath)
}
