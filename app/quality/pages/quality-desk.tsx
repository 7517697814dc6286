import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData, useSearchParams } from '@remix-run/react'
import { authorizeDesk } from '#app/accounts/authorize.server.ts'
import { canAtDesk } from '#app/accounts/desk-permissions.ts'
import { loadQuality, servedNames } from '../quality-page.server.ts'
import { QualityView } from '../views/quality-view.tsx'
import { useWords } from '../words.ts'

/** How the protocols of all corporations of the desk do: codes and counts, and nobody's name. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await authorizeDesk(request, 'quality:see')
  return {
    ...(await loadQuality(actor, new URL(request.url).searchParams, new Date())),
    names: await servedNames(actor),
    maySuggest: canAtDesk(actor, 'protocol:suggest'),
  }
}

export default function QualityDesk() {
  const { names, maySuggest, ...shown } = useLoaderData<typeof loader>()
  const isSent = useSearchParams()[0].has('sent')
  const words = useWords()
  return (
    <QualityView
      shown={shown}
      place={{ path: '/desk/quality', filter: shown.filter, leadsToProtocol: false, maySuggest }}
      back={{ to: '/desk', label: words.back }}
      corporations={names}
      isSent={isSent}
    />
  )
}
