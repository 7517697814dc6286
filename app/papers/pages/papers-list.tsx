import type { LoaderFunctionArgs } from '@remix-run/node'
import { authorizeDesk } from '#app/accounts/authorize.server.ts'
import { keepable, listPapers } from '../read-papers.server.ts'

/** Which papers there are, for the browser that keeps them: names of corporations, nothing of a tenant. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await authorizeDesk(request, 'contact:see')
  return Response.json((await listPapers(actor)).map(keepable), { headers: { 'Cache-Control': 'no-store' } })
}
