import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { authorize } from '#app/accounts/authorize.server.ts'
import { parseForm } from '#app/core/forms.ts'
import { readForm } from '#app/core/read-form.server.ts'
import { dateIn, timeIn } from '#app/time/clock.ts'
import { Banner } from '#app/ui/banner.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { Columns, Page, PageHeader, Section } from '#app/ui/page.tsx'
import { askedMoment, hoursForm } from '../line-forms.ts'
import { readLine } from '../line-page.server.ts'
import { addHours } from '../lines.server.ts'
import { publicAddress } from '../public-line.server.ts'
import { AskForm } from '../views/ask-form.tsx'
import { HoursForm } from '../views/hours-form.tsx'
import { HoursRemoved } from '../views/hours-removed.tsx'
import { HoursTable } from '../views/hours-table.tsx'
import { PublicPage } from '../views/public-page.tsx'
import { HoldsAnswer } from '../views/shown-holds.tsx'
import { hoursTakenAway } from '../way-back.ts'
import { useWords } from '../words.ts'

/** Who answers a line when, and what holds at a moment that somebody asks for. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await authorize(request, 'line:manage')
  const now = new Date()
  const address = new URL(request.url).searchParams
  const at = askedMoment(actor.timeZone, address, now)
  const { line, holds, names, choices } = await readLine(actor, params.lineId, { zone: actor.timeZone, now, at })
  return {
    line: { id: line.id, name: line.name, kind: line.kind, hours: line.hours },
    address: publicAddress(line),
    holds,
    names,
    choices,
    asked: { date: dateIn(actor.timeZone, at), time: timeIn(actor.timeZone, at) },
    removed: hoursTakenAway(address),
    now: now.toISOString(),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await authorize(request, 'line:manage')
  const { line } = await readLine(actor, params.lineId, { zone: actor.timeZone, now: new Date() })
  const form = parseForm(hoursForm, await readForm(request))
  if (!form.ok) return data({ errors: form.errors }, 400)
  const answer = await addHours(actor, line.id, form.value)
  if (answer.ok) return redirect(`/settings/lines/${line.id}?saved`)
  const field = answer.reason === 'desk-does-not-serve' ? 'deskId' : 'days'
  return data({ errors: { [field]: answer.reason } as Record<string, string> }, 409)
}

export default function LinePage() {
  const { line, address, removed, holds, names, choices, asked, now } = useLoaderData<typeof loader>()
  const words = useWords()
  const said = useSearchParams()[0]
  const errors = useActionData<typeof action>()?.errors
  return (
    <Page>
      <PageHeader
        title={line.name}
        meta={words.kinds[line.kind]}
        back={{ to: '/settings/lines', label: words.title }}
        secondary={<LinkButton to={`/settings/lines/${line.id}/switches`}>{words.switches}</LinkButton>}
      />
      {said.has('added') && <Banner isLive>{words.added}</Banner>}
      {said.has('saved') && <Banner isLive>{words.saved}</Banner>}
      <HoursRemoved removed={removed} to={`/settings/lines/${line.id}`} />
      <Columns split="main-left">
        <Section title={words.hours} lead={words.hoursLead}>
          <HoursTable line={line} names={names} />
        </Section>
        <div className="flex flex-col gap-6">
          <Section title={words.ask} isPanel>
            <AskForm asked={asked} />
            <HoldsAnswer holds={holds} now={now} />
          </Section>
          <Section title={words.addHours} isPanel>
            {choices.length === 0 ? (
              <p className="text-ink-soft">{words.noDesks}</p>
            ) : (
              <HoursForm key={line.hours.length} desks={choices} errors={errors} />
            )}
          </Section>
          <PublicPage lineId={line.id} address={address} />
        </div>
      </Columns>
    </Page>
  )
}
