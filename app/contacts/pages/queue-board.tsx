import type { LoaderFunctionArgs } from '@remix-run/node'
import { authorizeDesk } from '#app/accounts/authorize.server.ts'
import { readQueue } from '../read-queue.server.ts'

/** All that is open, for a tab that the stream does not reach. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await authorizeDesk(request, 'contact:see')
  return Response.json(await readQueue(actor))
}
