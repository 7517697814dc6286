import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { authorize } from '#app/accounts/authorize.server.ts'
import { pageOf } from '#app/lists/query-choice.ts'
import { Badge } from '#app/ui/badge.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { DateText } from '#app/ui/date-text.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { momentText } from '#app/ui/format.ts'
import { useLanguage, useTimeZone } from '#app/ui/language.tsx'
import { useLive } from '#app/ui/live.tsx'
import { Page, PageHeader, Stack } from '#app/ui/page.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Table } from '#app/ui/table.tsx'
import type { Column } from '#app/ui/table-props.ts'
import { workingStates } from '../import-state.ts'
import { type ImportSummary, importsPerPage, listImports } from '../imports.server.ts'
import { importTopic } from '../live-topics.ts'
import { stateTone } from '../views/state-tone.ts'
import { useSumText } from '../views/sum-text.ts'
import { useWords } from '../words.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await authorize(request, 'tenant-list:import')
  const page = pageOf(new URL(request.url).searchParams.get('page'))
  return { ...(await listImports(actor, page)), page, perPage: importsPerPage, now: new Date().toISOString() }
}

export default function Imports() {
  const { imports, total, page, perPage } = useLoaderData<typeof loader>()
  const words = useWords()
  const working = imports.filter(({ state }) => (workingStates as readonly string[]).includes(state))
  useLive(
    working.map(({ id }) => importTopic(id)),
    ({ details }) => details?.state !== undefined,
  )
  const newList = (
    <LinkButton to="/imports/new" variant="primary" icon="upload">
      {words.newList}
    </LinkButton>
  )
  return (
    <Page>
      <PageHeader title={words.title} meta={words.lead} action={newList} />
      <Stack>
        <Table
          caption={words.tableCaption}
          isCaptionHidden
          rows={imports}
          rowKey={({ id }) => id}
          rowTo={({ id }) => `/imports/${id}`}
          columns={useColumns()}
          empty={
            <EmptyState title={words.empty.title} icon="upload" action={newList}>
              {words.empty.text}
            </EmptyState>
          }
        />
        <Pagination page={page} perPage={perPage} total={total} to={(to) => `/imports?page=${to}`} />
      </Stack>
    </Page>
  )
}

function useColumns(): Column<ImportSummary>[] {
  const { now } = useLoaderData<typeof loader>()
  const [words, language, zone] = [useWords(), useLanguage(), useTimeZone()]
  const sumText = useSumText()
  const resultOf = ({ counts, problem }: ImportSummary) => {
    if (problem) return words.refused.reasons[problem.reason]
    return counts ? sumText(counts, 'short') : ''
  }
  return [
    { key: 'file', label: words.file, cell: ({ fileName }) => <FileName name={fileName} /> },
    {
      key: 'state',
      label: words.state,
      cell: ({ state }) => <Badge tone={stateTone[state]}>{words.states[state]}</Badge>,
    },
    { key: 'listed', label: words.listedOn, isShort: true, cell: ({ listedOn }) => <DateText on={listedOn} /> },
    {
      key: 'uploaded',
      label: words.uploaded,
      cell: ({ uploadedAt, uploadedBy }) =>
        words.uploadedBy(momentText(uploadedAt, now, { zone, language }), uploadedBy ?? words.byCommand),
    },
    { key: 'result', label: words.result, cell: resultOf },
  ]
}

/** Whole when it is short; a long one breaks only where there is no other way. */
const FileName = ({ name }: { name: string }) => <span className="inline-block min-w-44 wrap-anywhere">{name}</span>
