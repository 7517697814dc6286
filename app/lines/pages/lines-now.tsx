import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { authorize } from '#app/accounts/authorize.server.ts'
import { dateIn } from '#app/time/clock.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Page, PageHeader, Section } from '#app/ui/page.tsx'
import { hoursText } from '../hours-text.ts'
import { readLines } from '../line-page.server.ts'
import { HoldsAnswer } from '../views/shown-holds.tsx'
import { useWords } from '../words.ts'

/** For the contact person: who answers each line at this moment and why, and by which hours. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await authorize(request, 'line:see')
  const now = new Date()
  const { lines, names } = await readLines(actor, { zone: actor.timeZone, now })
  return {
    lines: lines.map(({ id, name, kind, hours, holds }) => ({ id, name, kind, hours, holds })),
    desks: names,
    today: dateIn(actor.timeZone, now),
    now: now.toISOString(),
  }
}

export default function LinesNow() {
  const { lines, desks, today, now } = useLoaderData<typeof loader>()
  const words = useWords()
  return (
    <Page>
      <PageHeader
        title={words.whoNow}
        meta={words.whoNowLead}
        secondary={<LinkButton to="/settings/values">{words.values}</LinkButton>}
      />
      {lines.length === 0 && (
        <EmptyState title={words.none} icon="phone">
          {words.noLines}
        </EmptyState>
      )}
      {lines.map(({ id, name, kind, hours, holds }) => (
        <Section key={id} title={name} lead={words.kinds[kind]} isPanel>
          <HoldsAnswer holds={holds} now={now} />
          <ul>
            {desks.map((desk) => {
              const text = hoursText(hours, desk.id, { today, words })
              return text ? <li key={desk.id}>{`${desk.name}: ${text}`}</li> : null
            })}
          </ul>
        </Section>
      ))}
    </Page>
  )
}
