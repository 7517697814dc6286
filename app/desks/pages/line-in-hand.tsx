import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData, useParams, useSearchParams } from '@remix-run/react'
import { authorizeDesk, type DeskActor, inHand } from '#app/accounts/authorize.server.ts'
import { notFound } from '#app/core/http-errors.ts'
import { readLine } from '#app/lines/line-page.server.ts'
import { takeSwitch } from '#app/lines/take-switch.server.ts'
import { LineSwitches } from '#app/lines/views/line-switches.tsx'
import { SwitchedBack } from '#app/lines/views/switched-back.tsx'
import { endedSwitch } from '#app/lines/way-back.ts'
import { useWords as useLineWords } from '#app/lines/words.ts'
import { Banner } from '#app/ui/banner.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'
import { mayRedirect, readServed, switchesInHand } from './lines-in-hand.server.ts'

/** A line that the desk answers, for whoever may send it on: as its corporation has its hours. Throws 404. */
async function readInHand(actor: DeskActor, { corporationId, lineId }: LoaderFunctionArgs['params']) {
  const held = inHand(actor, Number(corporationId))
  const { name, timeZone: zone } = await readServed(held)
  const when = { zone, now: new Date() }
  const read = await readLine(held, lineId, when)
  if (!mayRedirect(held, read.line)) throw notFound()
  return { held, corporation: name, ...when, ...read }
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await authorizeDesk(request, 'line:redirect')
  const { held, corporation, zone, now, line, holds, names, choices } = await readInHand(actor, params)
  return {
    corporation,
    line: { id: line.id, name: line.name },
    holds,
    switches: await switchesInHand(held, [line], { now, names }),
    ended: endedSwitch(request, { zone, now, names }),
    desks: choices,
    now: now.toISOString(),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await authorizeDesk(request, 'line:redirect')
  const { held, line, zone, now } = await readInHand(actor, params)
  const refusal = await takeSwitch(held, line.id, { request, zone, now })
  if (refusal) return data({ errors: refusal.errors }, refusal.status)
  return redirect(`/desk/corporations/${held.corporationId}/lines/${line.id}?saved`)
}

export default function LineInHand() {
  const { corporation, line, ended, ...shown } = useLoaderData<typeof loader>()
  const words = useLineWords()
  const to = `/desk/corporations/${useParams().corporationId}`
  return (
    <Page>
      <PageHeader title={line.name} meta={words.deskRules} back={{ to, label: corporation }} />
      {useSearchParams()[0].has('saved') && <Banner isLive>{words.saved}</Banner>}
      <SwitchedBack ended={ended} to={`${to}/lines/${line.id}`} />
      <LineSwitches {...shown} lines={`${to}/lines`} errors={useActionData<typeof action>()?.errors} />
    </Page>
  )
}
