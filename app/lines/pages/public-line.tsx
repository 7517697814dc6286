import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { publicRoute } from '#app/accounts/authorize.server.ts'
import { SignedOutPage } from '#app/accounts/views/signed-out-page.tsx'
import { notFound } from '#app/core/http-errors.ts'
import { publicLine } from '../public-line.server.ts'
import { HoldsForGuests } from '../views/shown-holds.tsx'
import { whatHolds } from '../what-holds.ts'

/** Whether a line is answered now, for whoever has its address. */
export async function loader({ params }: LoaderFunctionArgs) {
  publicRoute('whoever has the address sees whether the line is answered, and nothing of anybody')
  const found = await publicLine(params.address ?? '')
  if (!found) throw notFound()
  const { line, corporation } = found
  const now = new Date()
  const { state, until } = whatHolds(line, corporation.timeZone, now)
  return { name: line.name, corporation: corporation.name, state, until, now: now.toISOString() }
}

export default function PublicLinePage() {
  const { name, corporation, ...holds } = useLoaderData<typeof loader>()
  return (
    <SignedOutPage title={name} lead={corporation}>
      <HoldsForGuests {...holds} />
    </SignedOutPage>
  )
}
