import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { authorize } from '#app/accounts/authorize.server.ts'
import { notFound } from '#app/core/http-errors.ts'
import { readForm } from '#app/core/read-form.server.ts'
import { numberOf, numbersPath } from '../urgent-number-path.server.ts'
import { moveUrgentNumber } from '../urgent-numbers.server.ts'

/** One place up or down in the order. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await authorize(request, 'corporation:manage')
  const direction = (await readForm(request)).get('direction') === 'up' ? 'up' : 'down'
  if (!(await moveUrgentNumber(actor, numberOf(params), direction))) throw notFound()
  return redirect(numbersPath)
}
