import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { authorize } from '#app/accounts/authorize.server.ts'
import { can } from '#app/accounts/permissions.ts'
import { qualityAddress } from '../filter.ts'
import { loadQuality } from '../quality-page.server.ts'
import { QualityView } from '../views/quality-view.tsx'
import { useWords } from '../words.ts'

const path = '/protocols/quality'

/** How the protocols of the corporation do, and what the desk would change in them. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await authorize(request, 'protocol:see')
  const shown = await loadQuality(actor, new URL(request.url).searchParams, new Date())
  return { ...shown, maySettle: can(actor, 'protocol:edit') }
}

export default function Quality() {
  const { maySettle, ...shown } = useLoaderData<typeof loader>()
  const { days, kind } = shown.filter
  const words = useWords()
  return (
    <QualityView
      shown={shown}
      place={{ path, filter: shown.filter, leadsToProtocol: true, maySuggest: false }}
      back={{ to: '/protocols', label: words.backToProtocols }}
      corporations={null}
      settlesTo={maySettle ? qualityAddress(path, { days, kind }) : null}
    />
  )
}
