import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { authorize } from '#app/accounts/authorize.server.ts'
import { dateIn } from '#app/time/clock.ts'
import { pathOf } from '#app/triage/protocol-path.ts'
import { useTriageWords } from '#app/triage/triage-words.ts'
import { Badge } from '#app/ui/badge.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { MomentText } from '#app/ui/date-text.tsx'
import { useLive } from '#app/ui/live.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'
import { Table } from '#app/ui/table.tsx'
import { protocolsTopic } from '../live-topics.ts'
import { listProtocols } from '../read-protocols.server.ts'
import { MissingValues } from '../views/missing-values.tsx'
import { useWords } from '../words.ts'

/** How callers of the corporation are judged: every protocol, and what is at hand with it. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await authorize(request, 'protocol:see')
  const now = new Date()
  return { ...(await listProtocols(actor, dateIn(actor.timeZone, now))), now: now.toISOString() }
}

type Row = ReturnType<typeof useLoaderData<typeof loader>>['protocols'][number]

export default function Protocols() {
  const { protocols, missing } = useLoaderData<typeof loader>()
  const { list: words } = useWords()
  const { kinds } = useTriageWords()
  useLive([protocolsTopic])
  return (
    <Page>
      <PageHeader
        title={words.title}
        meta={words.lead}
        secondary={
          <>
            <LinkButton to="/protocols/paper" icon="download" reloadDocument>
              {words.paper}
            </LinkButton>
            <LinkButton to="/protocols/quality">{words.quality}</LinkButton>
          </>
        }
      />
      {missing.length > 0 && <MissingValues missing={missing} />}
      <Table
        caption={words.title}
        isCaptionHidden
        rows={protocols}
        rowKey={({ kind }) => kind}
        rowTo={({ kind }) => pathOf(kind)}
        columns={[
          { key: 'kind', label: words.protocol, cell: ({ kind }) => kinds[kind], width: 'third' },
          { key: 'holds', label: words.holds, cell: (row) => <Holds row={row} /> },
          { key: 'texts', label: words.texts, cell: (row) => <Texts row={row} /> },
          { key: 'draft', label: words.draft, cell: (row) => <InHand row={row} /> },
          { key: 'news', label: words.news, cell: (row) => <News row={row} />, hasControls: true },
        ]}
      />
    </Page>
  )
}

function Holds({ row: { number, publishedAt } }: { row: Row }) {
  const { now } = useLoaderData<typeof loader>()
  const { list: words } = useWords()
  if (number === null || publishedAt === null) return <span className="text-ink-soft">{words.national}</span>
  return (
    <>
      {words.own(number)}, <MomentText at={publishedAt} now={now} />
    </>
  )
}

function Texts({ row: { texts, approved } }: { row: Row }) {
  const { list: words } = useWords()
  if (approved === texts) return <Badge tone="done">{words.allApproved}</Badge>
  return <span className="text-ink-soft">{approved === 0 ? words.concept : words.approved(approved, texts)}</span>
}

function InHand({ row: { draft } }: { row: Row }) {
  const { now } = useLoaderData<typeof loader>()
  const { list: words } = useWords()
  if (!draft) return null
  return (
    <span className="flex flex-wrap items-center gap-x-2">
      {draft.isProposed && <Badge tone="active">{words.proposed}</Badge>}
      <span>
        {words.draftBy(draft.by ?? '')}, <MomentText at={draft.at} now={now} />
      </span>
    </span>
  )
}

const newsLook = 'text-accent underline underline-offset-4'

function News({ row: { kind, hasNewBase, suggestions } }: { row: Row }) {
  const { list: words } = useWords()
  if (!hasNewBase && suggestions === 0) return null
  return (
    <span className="flex flex-col items-start gap-1">
      {hasNewBase && (
        <Link to={pathOf(kind, '/national')} className={newsLook}>
          {words.newBase}
        </Link>
      )}
      {suggestions > 0 && (
        <Link to={`/protocols/quality?kind=${kind}`} className={newsLook}>
          {words.suggestions(suggestions)}
        </Link>
      )}
    </span>
  )
}
