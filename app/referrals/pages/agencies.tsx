import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { z } from 'zod'
import { authorize } from '#app/accounts/authorize.server.ts'
import { can } from '#app/accounts/permissions.ts'
import { parseForm } from '#app/core/forms.ts'
import { readForm } from '#app/core/read-form.server.ts'
import { inScope } from '#app/core/scope.server.ts'
import { uuidV7 } from '#app/core/uuid.server.ts'
import { sortable } from '#app/lists/sort-order.ts'
import { ListOrder } from '#app/lists/views/list-order.tsx'
import { respondToSearch } from '#app/tenants/sought-text.server.ts'
import { ListSearch, NothingFound } from '#app/tenants/views/list-search.tsx'
import { Badge } from '#app/ui/badge.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { useLive } from '#app/ui/live.tsx'
import { Columns, Page, PageHeader, Section, Stack } from '#app/ui/page.tsx'
import { Table } from '#app/ui/table.tsx'
import type { Column } from '#app/ui/table-props.ts'
import { type AgencyRow, addAgency, listAgencyRows } from '../agencies.server.ts'
import { type AgencyFilter, agencyList } from '../agency-filter.ts'
import { referralsTopic } from '../live-topics.ts'
import { agencySchema } from '../schema.ts'
import { AgencyChecked } from '../views/agency-checked.tsx'
import { AgencyForm } from '../views/agency-form.tsx'
import { useWords } from '../words.ts'

const addForm = agencySchema.extend({ key: z.uuid('other') })

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await authorize(request, 'referral:read')
  const filter = agencyList.read(new URL(request.url).searchParams)
  return {
    ...(await inScope(actor, (tx) => listAgencyRows(tx, actor, filter))),
    filter,
    now: new Date(),
    canWrite: can(actor, 'agency:write'),
    key: uuidV7(),
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const reader = await authorize(request, 'referral:read')
  const fields = await readForm(request)
  if (fields.has('q')) return respondToSearch(request, reader, fields)
  const actor = await authorize(request, 'agency:write')
  const form = parseForm(addForm, fields)
  if (!form.ok) return data({ ok: false as const, errors: form.errors }, 400)
  const { key, ...agency } = form.value
  const answer = await addAgency(actor, key, agency)
  if (!answer.ok) return data({ ok: false as const, errors: { name: answer.reason } as Record<string, string> }, 409)
  return redirect(`/agencies?added=${answer.id}`)
}

export default function Agencies() {
  const { agencies, sought, filter, canWrite, key, now } = useLoaderData<typeof loader>()
  const columns = useColumns(filter, now)
  const answer = useActionData<typeof action>()
  const added = useSearchParams()[0].get('added') ?? ''
  const words = useWords().agencies
  useLive([referralsTopic])
  return (
    <Page>
      <PageHeader title={words.title} meta={words.lead} back={{ to: '/referrals', label: words.backToReferrals }} />
      <Columns split={canWrite ? 'main-left' : 'even'}>
        <Stack>
          <ListSearch sought={sought} hint={words.searchHint} />
          {agencies.length > 0 && <ListOrder columns={columns} order={filter.sort} />}
          {agencies.length === 0 && sought ? (
            <NothingFound sought={sought} />
          ) : (
            <AgencyTable agencies={agencies} columns={columns} canWrite={canWrite} />
          )}
        </Stack>
        {canWrite && (
          <Section title={words.add} isPanel>
            {/* One that was added empties the form; news from elsewhere leaves it alone. */}
            <AgencyForm key={added} idempotencyKey={key} errors={answer?.errors ?? {}} submit={words.add} />
          </Section>
        )}
      </Columns>
    </Page>
  )
}

type TableProps = { agencies: AgencyRow[]; columns: Column<AgencyRow>[]; canWrite: boolean }

function AgencyTable({ agencies, columns, canWrite }: TableProps) {
  const words = useWords().agencies
  return (
    <Table
      caption={words.caption}
      isCaptionHidden
      rows={agencies}
      rowKey={(row) => row.id}
      rowTo={(row) => (canWrite ? `/agencies/${row.id}` : undefined)}
      empty={
        <EmptyState title={words.emptyTitle} icon="people">
          {canWrite ? words.emptyText : words.emptyTextReader}
        </EmptyState>
      }
      columns={columns}
    />
  )
}

function useColumns(filter: AgencyFilter, now: Date): Column<AgencyRow>[] {
  const words = useWords().agencies
  const columns: Column<AgencyRow>[] = [
    { key: 'name', label: words.name, cell: (row) => <Lines lines={[row.name, row.municipality]} /> },
    { key: 'helps', label: words.helpsWith, cell: (row) => row.helpsWith },
    {
      key: 'reach',
      label: words.reach,
      cell: (row) => <Lines lines={[row.phone ?? '', row.openingHours, row.email ?? '']} />,
    },
    { key: 'running', label: words.running, isNumeric: true, cell: (row) => row.running },
    {
      key: 'state',
      label: words.status,
      cell: (row) => (row.isEnded ? <Badge>{words.ended}</Badge> : <AgencyChecked agency={row} now={now} />),
    },
  ]
  return sortable(columns, {
    columns: agencyList.columns,
    order: filter.sort,
    to: (sort) => agencyList.link(filter, { sort }),
  })
}

const Lines = ({ lines }: { lines: string[] }) => (
  <span className="flex flex-col items-start wrap-anywhere">
    {lines.filter(Boolean).map((line, at) => (
      // The first is a heading of its own: what follows says more of it.
      <span key={line} className={at === 0 ? '' : 'font-normal text-sm text-ink-soft'}>
        {line}
      </span>
    ))}
  </span>
)
