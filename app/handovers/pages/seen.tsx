import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { authorize } from '#app/accounts/authorize.server.ts'
import { notFound } from '#app/core/http-errors.ts'
import { isUuid } from '#app/core/uuid.server.ts'
import { seeHandover } from '../today-card.server.ts'

/** Takes the line that one took something over off one's home page. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await authorize(request, 'today:see')
  const id = params.handoverId ?? ''
  if (!isUuid(id)) throw notFound()
  await seeHandover(actor, id)
  return redirect('/')
}
