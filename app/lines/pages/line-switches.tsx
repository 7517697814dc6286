import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { authorize } from '#app/accounts/authorize.server.ts'
import { parseForm } from '#app/core/forms.ts'
import { readForm } from '#app/core/read-form.server.ts'
import { Banner } from '#app/ui/banner.tsx'
import { Columns, Page, PageHeader, Section } from '#app/ui/page.tsx'
import { switchForm } from '../line-forms.ts'
import { readLine } from '../line-page.server.ts'
import { switchLine } from '../lines.server.ts'
import { HoldsAnswer } from '../views/shown-holds.tsx'
import { SwitchForm } from '../views/switch-form.tsx'
import { SwitchTable } from '../views/switch-table.tsx'
import { useWords } from '../words.ts'

/** What goes before the hours of a line, from this moment on. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await authorize(request, 'line:manage')
  const now = new Date()
  const { line, holds, names, choices } = await readLine(actor, params.lineId, { now })
  const current = line.switches.filter(({ until }) => until === null || until > now)
  return { line: { id: line.id, name: line.name, switches: current }, holds, names, choices, now: now.toISOString() }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await authorize(request, 'line:manage')
  const now = new Date()
  const { line } = await readLine(actor, params.lineId, { now })
  const form = parseForm(switchForm(actor.timeZone, now), await readForm(request))
  if (!form.ok) return data({ errors: form.errors }, 400)
  const answer = await switchLine(actor, line.id, form.value)
  if (!answer.ok) return data({ errors: { deskId: answer.reason } as Record<string, string> }, 409)
  return redirect(`/settings/lines/${line.id}/switches?saved`)
}

export default function LineSwitches() {
  const { line, holds, names, choices, now } = useLoaderData<typeof loader>()
  const words = useWords()
  return (
    <Page>
      <PageHeader
        title={`${words.switches}: ${line.name}`}
        meta={words.switchesLead}
        back={{ to: `/settings/lines/${line.id}`, label: line.name }}
      />
      {useSearchParams()[0].has('saved') && <Banner isLive>{words.saved}</Banner>}
      <Columns split="main-left">
        <Section title={words.now}>
          <HoldsAnswer holds={holds} now={now} />
          <SwitchTable line={line} names={names} now={now} />
        </Section>
        <Section title={words.switchNow} isPanel>
          <SwitchForm key={line.switches.length} desks={choices} errors={useActionData<typeof action>()?.errors} />
        </Section>
      </Columns>
    </Page>
  )
}
