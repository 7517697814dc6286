import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { authorize } from '#app/accounts/authorize.server.ts'
import { inScope } from '#app/core/scope.server.ts'
import { Banner } from '#app/ui/banner.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { MomentText } from '#app/ui/date-text.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { numberText } from '#app/ui/format.ts'
import { useLanguage } from '#app/ui/language.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'
import { Table } from '#app/ui/table.tsx'
import { verifyAudit } from '../audit-chain.server.ts'
import { auditPageSize, listAudit, type ShownEvent } from '../list-audit-entries.server.ts'
import { useAuditWords, useWords } from '../words.ts'

const optionalId = z.uuid().nullable().catch(null)

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await authorize(request, 'audit:read')
  const { searchParams } = new URL(request.url)
  const before = optionalId.parse(searchParams.get('before'))
  const subjectId = optionalId.parse(searchParams.get('subject'))
  const events = await inScope(actor, (tx) => listAudit(tx, actor, { before, subjectId }))
  return {
    events,
    isFirst: !before,
    hasMore: events.length === auditPageSize,
    chain: await verifyAudit(actor),
    now: new Date(),
  }
}

export default function Audit() {
  const { events, isFirst, hasMore, chain, now } = useLoaderData<typeof loader>()
  const words = useWords()
  const language = useLanguage()
  return (
    <Page>
      <PageHeader title={words.title} meta={words.lead} back={{ to: '/accounts', label: words.back }} />
      <Banner tone={chain.ok ? 'info' : 'attention'}>
        {chain.ok
          ? words.intact(numberText(chain.links, language))
          : words.broken(numberText(chain.brokenAt, language))}
      </Banner>
      <Table<ShownEvent>
        caption={words.caption}
        rows={events}
        rowKey={(event) => event.id}
        empty={<EmptyState title={words.none}>{words.noneLead}</EmptyState>}
        columns={[
          { key: 'at', label: words.at, isShort: true, cell: (event) => <MomentText at={event.at} now={now} /> },
          { key: 'who', label: words.who, cell: (event) => event.who ?? words.system },
          { key: 'action', label: words.action, cell: (event) => <Action action={event.action} /> },
          {
            key: 'subject',
            label: words.subject,
            cell: (event) => <Subject {...event} />,
          },
        ]}
      />
      <div className="flex gap-3">
        {!isFirst && <LinkButton to="/audit">{words.newest}</LinkButton>}
        {hasMore && <LinkButton to={`?before=${events.at(-1)?.id}`}>{words.older}</LinkButton>}
      </div>
    </Page>
  )
}

/** In words; a code that has none any more is shown as it is. */
function Action({ action }: Pick<ShownEvent, 'action'>) {
  const words = useAuditWords()
  const [noun = '', did = ''] = action.split(':')
  return `${words[noun]?.name ?? noun}: ${words[noun]?.did[did] ?? did.replaceAll('-', ' ')}`
}

/** The end of its number is enough to see that two lines are about the same. */
function Subject({ subject, subjectId }: Pick<ShownEvent, 'subject' | 'subjectId'>) {
  const words = useAuditWords()
  return (
    <>
      {words[subject]?.name ?? subject}
      {subjectId && <span className="tabular text-ink-soft"> …{subjectId.slice(-6)}</span>}
    </>
  )
}
