import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { type Actor, authorize } from '#app/accounts/authorize.server.ts'
import { listColleagues } from '#app/accounts/colleagues.server.ts'
import { can } from '#app/accounts/permissions.ts'
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
import { auditAddress, readAuditFilter } from '../audit-filter.ts'
import { actionText, nounText } from '../audit-text.ts'
import { auditPageSize } from '../list-audit-entries.server.ts'
import { readAudit, type ShownEvent } from '../read-audit.server.ts'
import { AuditFilters } from '../views/audit-filters.tsx'
import { useAuditWords, useWords } from '../words.ts'

const optionalId = z.uuid().nullable().catch(null)

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await authorize(request, 'audit:read-of-tenant')
  const { searchParams } = new URL(request.url)
  const filter = readAuditFilter(searchParams)
  const seesAll = can(actor, 'audit:read')
  if (!seesAll && !filter.tenant) await authorize(request, 'audit:read')
  const before = optionalId.parse(searchParams.get('before'))
  const { events, people } = await inScope(actor, async (tx) => ({
    events: await readAudit(tx, actor, { filter, before, most: auditPageSize, ...readerOf(actor) }),
    people: await listColleagues(tx, actor),
  }))
  return {
    events,
    people,
    filter,
    seesAll,
    isFirst: !before,
    hasMore: events.length === auditPageSize,
    chain: seesAll ? await verifyAudit(actor) : null,
    now: new Date(),
  }
}

const readerOf = (actor: Actor) => ({ timeZone: actor.timeZone, seesTenants: can(actor, 'tenant:read') })

export default function Audit() {
  const { events, people, filter, seesAll, isFirst, hasMore, chain } = useLoaderData<typeof loader>()
  const words = useWords()
  const language = useLanguage()
  return (
    <Page>
      <PageHeader
        title={seesAll ? words.title : words.whoLooked}
        meta={words.lead}
        back={seesAll ? { to: '/accounts', label: words.back } : undefined}
        secondary={
          <LinkButton to={auditAddress(filter, {}, '/audit/file')} reloadDocument icon="download">
            {words.download}
          </LinkButton>
        }
      />
      {chain && (
        <Banner tone={chain.ok ? 'info' : 'attention'}>
          {chain.ok
            ? words.intact(numberText(chain.links, language))
            : words.broken(numberText(chain.brokenAt, language))}
        </Banner>
      )}
      <AuditFilters
        filter={filter}
        people={people}
        allAt={seesAll ? '/audit' : `/audit?tenant=${encodeURIComponent(filter.tenant ?? '')}`}
      />
      {filter.subject && <Banner>{words.only}</Banner>}
      <Events />
      <div className="flex gap-3">
        {!isFirst && <LinkButton to={auditAddress(filter)}>{words.newest}</LinkButton>}
        {hasMore && (
          <LinkButton to={auditAddress(filter, { before: events.at(-1)?.id ?? '' })}>{words.older}</LinkButton>
        )}
      </div>
    </Page>
  )
}

function Events() {
  const { events, filter, now } = useLoaderData<typeof loader>()
  const words = useWords()
  const nouns = useAuditWords()
  const isAsked = Object.values(filter).some(Boolean)
  return (
    <Table<ShownEvent>
      caption={words.caption}
      rows={events}
      rowKey={(event) => event.id}
      empty={
        <EmptyState title={isAsked ? words.noneFound : words.none}>
          {isAsked ? words.noneFoundLead : words.noneLead}
        </EmptyState>
      }
      columns={[
        { key: 'at', label: words.at, isShort: true, cell: (event) => <MomentText at={event.at} now={now} /> },
        { key: 'who', label: words.who, cell: (event) => event.who ?? words.system },
        { key: 'action', label: words.action, cell: (event) => actionText(nouns, event.action) },
        { key: 'subject', label: words.subject, cell: (event) => <Subject {...event} /> },
      ]}
    />
  )
}

/** Its name leads to every line about it. The end of the number of what is gone is enough to see that two lines are about the same. */
function Subject({ subject, subjectId, name }: Pick<ShownEvent, 'subject' | 'subjectId' | 'name'>) {
  const { filter } = useLoaderData<typeof loader>()
  const words = useWords()
  const noun = nounText(useAuditWords(), subject)
  if (!subjectId) return noun
  const text = name ?? `…${subjectId.slice(-6)}`
  return (
    <>
      {noun}{' '}
      <Link
        to={auditAddress({ ...filter, subject: subjectId })}
        aria-label={words.onlyThis(`${noun} ${text}`)}
        className="tabular text-accent underline underline-offset-4"
      >
        {text}
      </Link>
    </>
  )
}
