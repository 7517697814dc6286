import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { authorize } from '#app/accounts/authorize.server.ts'
import { loadRuns } from '../runs-page.server.ts'
import { QualityRuns } from '../views/runs.tsx'

/** The callers of the corporation behind one figure. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await authorize(request, 'protocol:see')
  return loadRuns(actor, new URL(request.url).searchParams, new Date())
}

export default function QualityRunsPage() {
  return <QualityRuns {...useLoaderData<typeof loader>()} path="/protocols/quality" isOfDesk={false} />
}
