import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { authorizeDesk, type DeskActor } from '#app/accounts/authorize.server.ts'
import { readForm } from '#app/core/read-form.server.ts'
import { dateIn, instantAt } from '#app/time/clock.ts'
import { Button } from '#app/ui/button.tsx'
import { MomentText } from '#app/ui/date-text.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { TextField } from '#app/ui/field.tsx'
import { numberText } from '#app/ui/format.ts'
import { useLanguage } from '#app/ui/language.tsx'
import { Page, PageHeader, Row } from '#app/ui/page.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Table } from '#app/ui/table.tsx'
import { type ClosedContact, listClosed } from '../closed-contacts.server.ts'
import { closedPerPage } from '../closed-per-page.ts'
import { useContactWords } from '../contact-words.ts'
import { useWords } from '../words.ts'

/** What the desk closed today. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await authorizeDesk(request, 'contact:see')
  const asked = Number(new URL(request.url).searchParams.get('page'))
  return closedToday(actor, { query: '', page: Math.max(1, Math.min(1000, Math.trunc(asked) || 1)) })
}

/** The same for a number or a corporation: posted, since a number does not belong in an address. */
export async function action({ request }: ActionFunctionArgs) {
  const actor = await authorizeDesk(request, 'contact:see')
  const query = String((await readForm(request)).get('query') ?? '')
    .trim()
    .slice(0, 100)
  return closedToday(actor, { query, page: 1 })
}

async function closedToday(actor: DeskActor, asked: { query: string; page: number }) {
  const now = new Date()
  const since = instantAt(actor.timeZone, dateIn(actor.timeZone, now), '00:00')
  return { ...(await listClosed(actor, { ...asked, since })), ...asked, now: now.toISOString() }
}

export default function Contacts() {
  const loaded = useLoaderData<typeof loader>()
  const { rows, total, query, page, now } = useActionData<typeof action>() ?? loaded
  const words = useWords()
  const language = useLanguage()
  return (
    <Page>
      <PageHeader title={words.closed.title} back={{ to: '/queue', label: words.toQueue }} />
      <Form method="post" noValidate>
        <Row align="end">
          <TextField
            name="query"
            type="search"
            label={words.closed.search}
            defaultValue={query}
            autoComplete="off"
            maxLength={100}
          />
          <Button type="submit" icon="search">
            {words.closed.find}
          </Button>
        </Row>
      </Form>
      <ClosedTable rows={rows} now={now} />
      {query === '' && (
        <Pagination page={page} perPage={closedPerPage} total={total} to={(wanted) => `?page=${wanted}`} />
      )}
      {query !== '' && total > closedPerPage && <p>{words.closed.more(numberText(total, language))}</p>}
    </Page>
  )
}

function ClosedTable({ rows, now }: { rows: ClosedContact[]; now: string }) {
  const words = useWords()
  const names = useContactWords()
  return (
    <Table
      caption={words.closed.title}
      isCaptionHidden
      rows={rows}
      rowKey={({ id }) => id}
      rowTo={({ id }) => `/contacts/${id}`}
      empty={<EmptyState title={words.closed.none}>{words.closed.noneHint}</EmptyState>}
      columns={[
        { key: 'corporation', label: words.corporation, cell: (row) => row.corporation },
        { key: 'line', label: words.line, cell: (row) => row.line },
        { key: 'kind', label: words.kind, cell: ({ kind }) => (kind ? names.kinds[kind] : '–') },
        { key: 'outcome', label: words.result, cell: ({ outcome }) => (outcome ? names.endings[outcome] : '–') },
        { key: 'closer', label: words.closed.by, cell: ({ closer }) => closer ?? words.byItself },
        {
          key: 'closedAt',
          label: words.closed.at,
          isShort: true,
          cell: ({ closedAt }) => <MomentText at={closedAt} now={now} />,
        },
      ]}
    />
  )
}
