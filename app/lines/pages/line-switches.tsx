import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { authorize } from '#app/accounts/authorize.server.ts'
import { listColleagues } from '#app/accounts/colleagues.server.ts'
import { inScope } from '#app/core/scope.server.ts'
import { Banner } from '#app/ui/banner.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'
import { readLine } from '../line-page.server.ts'
import { shownSwitches } from '../shown-switches.ts'
import { takeSwitch } from '../take-switch.server.ts'
import { LineSwitches } from '../views/line-switches.tsx'
import { SwitchedBack } from '../views/switched-back.tsx'
import { endedSwitch } from '../way-back.ts'
import { useWords } from '../words.ts'

/** What goes before the hours of a line, from this moment on. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await authorize(request, 'line:manage')
  const now = new Date()
  const { line, holds, names, choices } = await readLine(actor, params.lineId, { zone: actor.timeZone, now })
  const colleagues = await inScope(actor, (tx) => listColleagues(tx, actor))
  const switches = shownSwitches(line, {
    now,
    names,
    ownName: ({ switchedBy }) => colleagues.find(({ accountId }) => accountId === switchedBy)?.name ?? null,
    mayEnd: () => true,
  })
  const ended = endedSwitch(request, { zone: actor.timeZone, now, names })
  return { line: { id: line.id, name: line.name }, switches, holds, ended, desks: choices, now: now.toISOString() }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await authorize(request, 'line:manage')
  const when = { zone: actor.timeZone, now: new Date() }
  const { line } = await readLine(actor, params.lineId, when)
  const refusal = await takeSwitch(actor, line.id, { request, ...when })
  if (refusal) return data({ errors: refusal.errors }, refusal.status)
  return redirect(`/settings/lines/${line.id}/switches?saved`)
}

export default function LineSwitchesPage() {
  const { line, ended, ...shown } = useLoaderData<typeof loader>()
  const words = useWords()
  return (
    <Page>
      <PageHeader
        title={`${words.switches}: ${line.name}`}
        meta={words.switchesLead}
        back={{ to: `/settings/lines/${line.id}`, label: line.name }}
      />
      {useSearchParams()[0].has('saved') && <Banner isLive>{words.saved}</Banner>}
      <SwitchedBack ended={ended} to={`/settings/lines/${line.id}/switches`} />
      <LineSwitches {...shown} lines="/settings/lines" errors={useActionData<typeof action>()?.errors} />
    </Page>
  )
}
