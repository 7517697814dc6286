import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { authorizeDesk } from '#app/accounts/authorize.server.ts'
import { loadRuns } from '../runs-page.server.ts'
import { QualityRuns } from '../views/runs.tsx'

/** The callers behind one figure of a desk. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await authorizeDesk(request, 'quality:see')
  return loadRuns(actor, new URL(request.url).searchParams, new Date())
}

export default function QualityDeskRuns() {
  return <QualityRuns {...useLoaderData<typeof loader>()} path="/desk/quality" isOfDesk />
}
