import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { authorizeDesk } from '#app/accounts/authorize.server.ts'
import { notFound } from '#app/core/http-errors.ts'
import { removeDialledNumber } from '../dialled-numbers.server.ts'
import { readExchange } from '../exchange-pages.server.ts'

/** DELETE: a number that rings nobody's line any more. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await authorizeDesk(request, 'desk:manage')
  const { exchange } = await readExchange(actor, params.exchangeId)
  if (!(await removeDialledNumber(actor, exchange.id, params.number ?? ''))) throw notFound()
  return redirect(`/desk/exchanges/${exchange.id}?saved`)
}
