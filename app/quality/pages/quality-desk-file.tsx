import type { LoaderFunctionArgs } from '@remix-run/node'
import { authorizeDesk } from '#app/accounts/authorize.server.ts'
import { qualityFile } from '../figures-file.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await authorizeDesk(request, 'quality:see')
  return qualityFile(actor, new URL(request.url).searchParams, new Date())
}
