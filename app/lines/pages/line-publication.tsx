import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { authorize } from '#app/accounts/authorize.server.ts'
import { notFound } from '#app/core/http-errors.ts'
import { isUuid } from '#app/core/uuid.server.ts'
import { publishLine } from '../public-line.server.ts'

/** PUT gives the line a page for everybody, DELETE takes it away. */
export async function action({ request, params: { lineId = '' } }: ActionFunctionArgs) {
  const actor = await authorize(request, 'line:manage')
  if (!isUuid(lineId)) throw notFound()
  await publishLine(actor, lineId, request.method === 'PUT')
  return redirect(`/settings/lines/${lineId}?saved`)
}
