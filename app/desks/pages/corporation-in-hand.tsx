import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { authorizeDesk, inHand } from '#app/accounts/authorize.server.ts'
import { readUrgentNumbers } from '#app/conversations/urgent-numbers.server.ts'
import { inScope } from '#app/core/scope.server.ts'
import { hoursText } from '#app/lines/hours-text.ts'
import { readLines } from '#app/lines/line-page.server.ts'
import { HoldsBadge } from '#app/lines/views/shown-holds.tsx'
import { SwitchTable } from '#app/lines/views/switch-table.tsx'
import { useWords as useLineWords } from '#app/lines/words.ts'
import { readValuesNow } from '#app/reference-values/read-values.server.ts'
import { toldValues } from '#app/reference-values/told-values.ts'
import { ToldTable } from '#app/reference-values/views/told-table.tsx'
import { dateIn } from '#app/time/clock.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { dateText } from '#app/ui/format.ts'
import { Page, PageHeader, Section } from '#app/ui/page.tsx'
import { PhoneLink } from '#app/ui/phone-link.tsx'
import { Table } from '#app/ui/table.tsx'
import { lastDay } from '../contract-form.ts'
import { useWords } from '../words.ts'
import { mayRedirect, readServed, switchesInHand } from './lines-in-hand.server.ts'

/** One corporation that the desk answers for: its lines, whom to ring in an emergency, and what callers are told. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await authorizeDesk(request, 'desk:see')
  const held = inHand(actor, Number(params.corporationId))
  const served = await readServed(held)
  const when = { zone: served.timeZone, now: new Date() }
  const { lines, names } = await readLines(held, when)
  return {
    id: held.corporationId,
    deskId: actor.deskId,
    name: served.name,
    until: lastDay(served.timeZone, served.until),
    numbers: await inScope(held, (tx) => readUrgentNumbers(tx, held)),
    values: toldValues(await inScope(held, (tx) => readValuesNow(tx, held, when.now))),
    lines: lines.map((line) => ({
      id: line.id,
      name: line.name,
      hours: line.hours,
      holds: line.holds,
      mayRedirect: mayRedirect(held, line),
    })),
    switches: await switchesInHand(held, lines, { ...when, names }),
    today: dateIn(served.timeZone, when.now),
    now: when.now.toISOString(),
  }
}

export default function CorporationInHand() {
  const { name, numbers, values } = useLoaderData<typeof loader>()
  const { desk: words } = useWords()
  return (
    <Page>
      <PageHeader title={name} back={{ to: '/desk', label: words.title }} />
      <Lines />
      <Section title={words.urgentNumbers} lead={words.urgentNumbersLead}>
        <Table
          caption={words.urgentNumbers}
          isCaptionHidden
          rows={numbers}
          rowKey={({ id }) => id}
          empty={
            <EmptyState title={words.noUrgentNumbers} icon="phone">
              {words.noUrgentNumbersHint}
            </EmptyState>
          }
          columns={[
            { key: 'name', label: words.name, cell: (row) => row.name },
            {
              key: 'phone',
              label: words.number,
              hasControls: true,
              cell: ({ phone }) => <PhoneLink number={phone.e164} text={phone.text} />,
            },
            { key: 'ringWhen', label: words.ringWhen, cell: (row) => row.ringWhen },
            { key: 'notes', label: words.notes, cell: (row) => row.notes },
          ]}
        />
      </Section>
      <ToldTable values={values} />
    </Page>
  )
}

function Lines() {
  const { id, deskId, lines, switches, until, today, now } = useLoaderData<typeof loader>()
  const { desk: words } = useWords()
  const lineWords = useLineWords()
  const to = `/desk/corporations/${id}/lines`
  return (
    <Section title={words.lines} lead={until ? words.weServeUntil(dateText(until)) : words.weServe}>
      <Table
        caption={words.lines}
        isCaptionHidden
        rows={lines}
        rowKey={({ id }) => id}
        rowTo={(line) => (line.mayRedirect ? `${to}/${line.id}` : undefined)}
        empty={<p className="text-ink-soft">{words.noLines}</p>}
        columns={[
          { key: 'name', label: words.line, cell: (row) => row.name },
          { key: 'now', label: words.now, cell: ({ holds }) => <HoldsBadge holds={holds} /> },
          {
            key: 'hours',
            label: words.ourHours,
            cell: ({ hours }) => hoursText(hours, deskId, { today, words: lineWords }) || lineWords.never,
          },
        ]}
      />
      {switches.length > 0 && <SwitchTable switches={switches} now={now} lines={to} hasLines />}
    </Section>
  )
}
