import type { LoaderFunctionArgs } from '@remix-run/node'
import { authorize } from '#app/accounts/authorize.server.ts'
import { qualityFile } from '../figures-file.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await authorize(request, 'protocol:see')
  return qualityFile(actor, new URL(request.url).searchParams, new Date())
}
