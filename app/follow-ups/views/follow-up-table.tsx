import { sortable } from '#app/lists/sort-order.ts'
import { writtenName } from '#app/tenants/names.ts'
import { TenantCell } from '#app/tenants/views/tenant-cell.tsx'
import { Button } from '#app/ui/button.tsx'
import { DueText } from '#app/ui/date-text.tsx'
import { civilDateOf, dayText } from '#app/ui/format.ts'
import { useLanguage, useTimeZone } from '#app/ui/language.tsx'
import { Table } from '#app/ui/table.tsx'
import type { Column } from '#app/ui/table-props.ts'
import { type FollowUpFilter, followUpList } from '../filter.ts'
import type { FollowUpState } from '../follow-up.ts'
import type { FollowUpRow } from '../follow-ups.server.ts'
import { useWords } from '../words.ts'

type Shown = { today: string; seesAll: boolean; filter: FollowUpFilter }
type TableProps = { rows: FollowUpRow[]; group: string; columns: Column<FollowUpRow>[] }

export function FollowUpTable({ rows, group, columns }: TableProps) {
  const words = useWords()
  const language = useLanguage()
  const caption = words.caption(group in words.groups ? words.groups[group as 'late'] : words.states[group as 'done'])
  return (
    <Table
      caption={caption}
      isCaptionHidden
      rows={rows}
      rowKey={(row) => row.id}
      rowTo={(row) => `/follow-ups/${row.id}`}
      selection={{ name: 'id[]', label: (row) => writtenName(row, language) }}
      columns={columns}
    />
  )
}

/** The columns of each table of the list, with heads to sort by. */
export function useFollowUpColumns({ filter, ...shown }: Shown): Column<FollowUpRow>[] {
  return sortable(useColumns({ ...shown, state: filter.state }), {
    columns: followUpList.columns,
    order: filter.sort,
    to: (sort) => followUpList.link(filter, { sort }),
  })
}

type ColumnsOf = Pick<Shown, 'today' | 'seesAll'> & { state: FollowUpState }

function useColumns({ today, seesAll, state }: ColumnsOf): Column<FollowUpRow>[] {
  const words = useWords()
  const language = useLanguage()
  const zone = useTimeZone()
  const day = (at: string) => dayText(civilDateOf(at, zone), today, language)
  const columns: Column<FollowUpRow>[] = [
    { key: 'tenant', label: words.tenant, width: 'quarter', cell: (row) => <TenantCell tenant={row} /> },
    {
      key: 'promise',
      label: words.promise,
      width: 'third',
      cell: (row) => (
        <>
          <span className="block font-bold">{words.kinds[row.kind]}</span>
          <span className="line-clamp-3 wrap-anywhere">{row.promise}</span>
          <span className="block text-sm text-ink-soft">{words.promisedBy(row.promisedBy, day(row.promisedAt))}</span>
        </>
      ),
    },
  ]
  if (state === 'open')
    columns.push({ key: 'due', label: words.due, width: 'sixth', cell: (row) => <Due row={row} today={today} /> })
  else
    columns.push({
      key: 'closed',
      label: words.closed,
      width: 'sixth',
      cell: (row) => row.closedAt && words.closedBy(row.closedBy ?? '', day(row.closedAt)),
    })
  if (seesAll) columns.push({ key: 'owner', label: words.owner, cell: (row) => row.ownerName })
  return [
    ...columns,
    { key: 'do', label: words.actions, isLabelHidden: true, hasControls: true, cell: (row) => <RowButton row={row} /> },
  ]
}

export function Due({ row, today }: { row: Pick<FollowUpRow, 'dueOn' | 'dueTime'>; today: string }) {
  const words = useWords()
  return (
    <>
      <DueText dueOn={row.dueOn} today={today} />{' '}
      {row.dueTime && <span className="tabular">{words.atTime(row.dueTime)}</span>}
    </>
  )
}

function RowButton({ row }: { row: FollowUpRow }) {
  const words = useWords()
  const language = useLanguage()
  const isOpen = row.state === 'open'
  return (
    <Button
      type="submit"
      name="only"
      value={row.id}
      formAction={isOpen ? '/follow-ups/completion' : '/follow-ups/reopening'}
      icon={isOpen ? 'check' : undefined}
    >
      {isOpen ? words.complete : words.reopen}
      <span className="sr-only">: {writtenName(row, language)}</span>
    </Button>
  )
}
