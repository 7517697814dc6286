import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { authorizeDesk } from '#app/accounts/authorize.server.ts'
import { listDeskMembers } from '#app/accounts/desk-members.server.ts'
import { canAtDesk } from '#app/accounts/desk-permissions.ts'
import { useWords as useAccountWords } from '#app/accounts/words.ts'
import { isDemo } from '#app/core/demo.server.ts'
import { inScope } from '#app/core/scope.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { DateText } from '#app/ui/date-text.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Page, PageHeader, Section } from '#app/ui/page.tsx'
import { Table } from '#app/ui/table.tsx'
import { lastDay } from '../contract-form.ts'
import { listServed } from '../desks.server.ts'
import { useWords } from '../words.ts'

/** Whom the desk answers for at this moment, and with whom. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await authorizeDesk(request, 'desk:see')
  return inScope(actor, async (tx) => {
    const served = await listServed(tx, actor)
    return {
      name: actor.deskName,
      mayManage: canAtDesk(actor, 'desk:manage'),
      maySeeQuality: canAtDesk(actor, 'quality:see'),
      mayRehearse: isDemo() && canAtDesk(actor, 'rehearsal:play'),
      served: served.map(({ until, ...corporation }) => ({ ...corporation, until: lastDay(actor.timeZone, until) })),
      members: await listDeskMembers(tx, actor),
    }
  })
}

export default function DeskPage() {
  const { name, mayManage, maySeeQuality, mayRehearse } = useLoaderData<typeof loader>()
  const { desk: words } = useWords()
  return (
    <Page>
      <PageHeader
        title={name}
        secondary={
          <>
            {maySeeQuality && <LinkButton to="/desk/quality">{words.quality}</LinkButton>}
            {mayRehearse && <LinkButton to="/desk/rehearsal">{words.rehearse}</LinkButton>}
            {mayManage && <LinkButton to="/desk/exchanges">{words.exchanges}</LinkButton>}
            {mayManage && <LinkButton to="/desk/invitations">{words.invite}</LinkButton>}
          </>
        }
      />
      <Section title={words.corporations} lead={words.corporationsLead}>
        <Served />
      </Section>
      <Section title={words.people}>
        <Members />
      </Section>
    </Page>
  )
}

function Served() {
  const { served } = useLoaderData<typeof loader>()
  const { desk: words } = useWords()
  return (
    <Table
      caption={words.corporations}
      isCaptionHidden
      rows={served}
      rowKey={({ id }) => String(id)}
      rowTo={({ id }) => `/desk/corporations/${id}`}
      empty={
        <EmptyState title={words.noCorporations} icon="house">
          {words.noCorporationsHint}
        </EmptyState>
      }
      columns={[
        { key: 'name', label: words.corporation, cell: (row) => row.name },
        {
          key: 'until',
          label: words.until,
          isShort: true,
          cell: ({ until }) => (until ? <DateText on={until} /> : words.noEnd),
        },
      ]}
    />
  )
}

function Members() {
  const { members, mayManage } = useLoaderData<typeof loader>()
  const { desk: words } = useWords()
  const { roles } = useAccountWords()
  return (
    <Table
      caption={words.people}
      isCaptionHidden
      rows={members}
      rowKey={({ accountId }) => accountId}
      rowTo={({ accountId }) => (mayManage ? `/desk/members/${accountId}` : undefined)}
      columns={[
        { key: 'name', label: words.name, cell: (row) => row.name },
        { key: 'role', label: words.role, cell: ({ role }) => roles[role] },
        { key: 'email', label: words.email, cell: (row) => row.email },
        { key: 'extension', label: words.extension, isShort: true, cell: (row) => row.extension },
      ]}
    />
  )
}
