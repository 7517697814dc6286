import { Link } from '@remix-run/react'
import { sortable } from '#app/lists/sort-order.ts'
import { streetLine, writtenName } from '#app/tenants/names.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { MomentText } from '#app/ui/date-text.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { Table } from '#app/ui/table.tsx'
import type { Column } from '#app/ui/table-props.ts'
import type { TargetRow } from '../list-targets.server.ts'
import { isFinal } from '../target.ts'
import { type TargetFilter, targetFilterLink, targetSortColumns } from '../target-filter.ts'
import { useWords } from '../words.ts'
import { TargetBadge } from './target-badge.tsx'

type TargetTableProps = {
  rows: TargetRow[]
  columns: Column<TargetRow>[]
  filter: TargetFilter
  /** With a box before each row, inside a form. */
  isSelectable?: boolean
}

/** The homes of a campaign: who has each, what came of it, and when it comes back. */
export function TargetTable({ rows, columns, filter, isSelectable }: TargetTableProps) {
  const words = useWords().addresses
  const language = useLanguage()
  return (
    <Table
      caption={words.caption(words.states[filter.state])}
      isCaptionHidden
      rows={rows}
      rowKey={({ id }) => id}
      rowTo={({ tenantId }) => `/tenants/${tenantId}`}
      selection={isSelectable ? { name: 'id[]', label: (row) => writtenName(row, language) } : undefined}
      columns={columns}
    />
  )
}

/** The columns of the list, with heads to sort by. */
export function useTargetColumns(filter: TargetFilter, now: Date): Column<TargetRow>[] {
  return sortable(useColumns(now), {
    columns: targetSortColumns,
    order: filter.sort,
    to: (sort) => targetFilterLink(filter, { sort }),
  })
}

export function NoTargets({ isFiltered }: { isFiltered: boolean }) {
  const words = useWords().addresses
  if (!isFiltered) return <EmptyState title={words.none}>{words.noneLead}</EmptyState>
  return (
    <EmptyState title={words.empty} action={<LinkButton to="?">{words.showAll}</LinkButton>}>
      {words.emptyLead}
    </EmptyState>
  )
}

function useColumns(now: Date): Column<TargetRow>[] {
  const words = useWords().addresses
  const language = useLanguage()
  return [
    { key: 'who', label: words.who, cell: (row) => writtenName(row, language) },
    {
      key: 'address',
      label: words.address,
      cell: (row) => (
        <>
          <span className="block">{streetLine(row)}</span>
          <span className="text-sm text-ink-soft">{[row.postcode, row.city].filter(Boolean).join(' ')}</span>
        </>
      ),
    },
    { key: 'state', label: words.state, cell: (row) => <State row={row} /> },
    {
      key: 'caller',
      label: words.caller,
      cell: (row) => row.callerName ?? <span className="text-ink-soft">{words.nobody}</span>,
    },
    { key: 'last', label: words.last, hasControls: true, cell: (row) => <LastAttempt row={row} now={now} /> },
    {
      key: 'next',
      label: words.next,
      cell: ({ state, nextAt }) => nextAt && !isFinal(state) && <MomentText at={nextAt} now={now} />,
    },
  ]
}

function State({ row: { state, isClaimed, withdrawnReason } }: { row: TargetRow }) {
  const all = useWords()
  const reasons: Record<string, string> = all.addresses.withdrawn
  return (
    <>
      <TargetBadge state={state} />
      {isClaimed && <span className="block text-sm">{all.addresses.now}</span>}
      {withdrawnReason && <span className="block text-sm text-ink-soft">{reasons[withdrawnReason]}</span>}
    </>
  )
}

function LastAttempt({ row, now }: { row: TargetRow; now: Date }) {
  const all = useWords()
  const language = useLanguage()
  const { id, lastOutcome, lastAttemptAt, attemptCount, finishedBy } = row
  if (!lastOutcome || !lastAttemptAt) return null
  return (
    <>
      <span className="block">{all.outcomes[lastOutcome]}</span>
      <span className="block text-sm text-ink-soft">
        <MomentText at={lastAttemptAt} now={now} />
        {attemptCount > 0 && `, ${all.addresses.tries(attemptCount)}`}
      </span>
      {finishedBy && <span className="block text-sm text-ink-soft">{all.addresses.byDesk(finishedBy)}</span>}
      {!finishedBy && (
        <Link
          to={`/calls/${id}/correction`}
          className="target inline-block text-sm text-accent underline underline-offset-4"
        >
          {all.addresses.correct}
          <span className="sr-only">: {writtenName(row, language)}</span>
        </Link>
      )}
    </>
  )
}
