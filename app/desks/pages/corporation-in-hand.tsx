import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { authorizeDesk, inHand } from '#app/accounts/authorize.server.ts'
import { readUrgentNumbers } from '#app/conversations/urgent-numbers.server.ts'
import { inScope } from '#app/core/scope.server.ts'
import { listLines } from '#app/lines/lines.server.ts'
import { HoldsBadge, type ShownHolds } from '#app/lines/views/shown-holds.tsx'
import { whatHolds } from '#app/lines/what-holds.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Page, PageHeader, Section } from '#app/ui/page.tsx'
import { PhoneLink } from '#app/ui/phone-link.tsx'
import { Table } from '#app/ui/table.tsx'
import { findServed } from '../desks.server.ts'
import { useWords } from '../words.ts'

/** One corporation that the desk answers for: whom to ring in an emergency. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await authorizeDesk(request, 'desk:see')
  const held = inHand(actor, Number(params.corporationId))
  return inScope(held, async (tx) => ({
    name: await findServed(tx, held),
    numbers: await readUrgentNumbers(tx, held),
    lines: (await listLines(tx, [held.corporationId])).map((line) => {
      const holds = whatHolds(line, actor.timeZone, new Date())
      return {
        id: line.id,
        name: line.name,
        holds: { ...holds, desk: holds.deskId === actor.deskId ? actor.deskName : null },
      }
    }),
  }))
}

export default function CorporationInHand() {
  const { name, numbers } = useLoaderData<typeof loader>()
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
    </Page>
  )
}

function Lines() {
  const { lines } = useLoaderData<typeof loader>()
  const { desk: words } = useWords()
  const named = (holds: ShownHolds) => ({
    ...holds,
    desk: holds.desk ?? (holds.state === 'open' ? words.another : null),
  })
  return (
    <Section title={words.lines}>
      <Table
        caption={words.lines}
        isCaptionHidden
        rows={lines}
        rowKey={({ id }) => id}
        empty={<p className="text-ink-soft">{words.noLines}</p>}
        columns={[
          { key: 'name', label: words.line, cell: (row) => row.name },
          { key: 'now', label: words.now, cell: ({ holds }) => <HoldsBadge holds={named(holds)} /> },
        ]}
      />
    </Section>
  )
}
