import type { ReactNode } from 'react'
import { DateText } from '#app/ui/date-text.tsx'
import { civilDateOf } from '#app/ui/format.ts'
import { useTimeZone } from '#app/ui/language.tsx'
import { Table } from '#app/ui/table.tsx'
import type { Column } from '#app/ui/table-props.ts'
import type { BlockedReason } from '../campaign-progress.server.ts'
import type { CampaignRow } from '../campaigns.server.ts'
import { useWords } from '../words.ts'
import { CampaignBadge } from './campaign-badge.tsx'
import { ShareBar, useNumber } from './figure-text.tsx'
import { useFiguresText } from './use-figures-text.ts'

/** When it will be done ('yyyy-mm-dd'), and what most of what is left waits for. */
export type Standing = { finishOn: string | null; blocked: { reason: BlockedReason; homes: number } | null }
type CampaignTableProps<Row = CampaignRow> = { caption: string; rows: Row[]; empty?: ReactNode }

/** Campaigns that are being called: how far, when done, and what stands still. */
export function RunningTable(props: CampaignTableProps<CampaignRow & Standing>) {
  const all = useWords()
  const words = all.list
  const number = useNumber()
  const columns: Column<CampaignRow & Standing>[] = [
    ...useFirstColumns(),
    { key: 'progress', label: words.progress, cell: (row) => <Bar {...row} /> },
    {
      key: 'finish',
      label: words.finish,
      cell: ({ finishOn, figures }) =>
        figures.toDo === 0 ? words.finished : finishOn ? <DateText on={finishOn} /> : words.notKnown,
    },
    {
      key: 'blocked',
      label: words.blocked,
      cell: ({ blocked }) =>
        blocked ? `${all.progress.blocked[blocked.reason]}: ${number(blocked.homes)}` : words.nothingBlocked,
    },
  ]
  return <Table {...props} isCaptionHidden columns={columns} rowKey={keyOf} rowTo={pathOf} />
}

export function DraftTable(props: CampaignTableProps) {
  const words = useWords().list
  const number = useNumber()
  const columns: Column<CampaignRow>[] = [
    ...useFirstColumns(),
    { key: 'callers', label: words.callers, isNumeric: true, cell: ({ callers }) => number(callers) },
    {
      key: 'homes',
      label: words.homes,
      isNumeric: true,
      cell: ({ figures }) => (figures.total > 0 ? number(figures.total) : words.notSpread),
    },
    { key: 'created', label: words.createdOn, cell: ({ createdAt }) => <DayOf at={createdAt} /> },
  ]
  return <Table {...props} isCaptionHidden columns={columns} rowKey={keyOf} rowTo={pathOf} />
}

export function ClosedTable(props: CampaignTableProps) {
  const words = useWords().list
  const columns: Column<CampaignRow>[] = [
    ...useFirstColumns(),
    { key: 'progress', label: words.progress, cell: (row) => <Bar {...row} /> },
    { key: 'closed', label: words.closedOn, cell: ({ closedAt }) => closedAt && <DayOf at={closedAt} /> },
  ]
  return <Table {...props} isCaptionHidden columns={columns} rowKey={keyOf} rowTo={pathOf} />
}

/** Drafts that were thrown away: nobody was called, so there is nothing to count. */
export function DiscardedTable(props: CampaignTableProps) {
  const words = useWords().list
  const columns: Column<CampaignRow>[] = [
    ...useFirstColumns(),
    { key: 'created', label: words.createdOn, isShort: true, cell: ({ createdAt }) => <DayOf at={createdAt} /> },
    {
      key: 'closed',
      label: words.discardedOn,
      isShort: true,
      cell: ({ closedAt }) => closedAt && <DayOf at={closedAt} />,
    },
  ]
  return <Table {...props} isCaptionHidden columns={columns} rowKey={keyOf} rowTo={pathOf} />
}

const keyOf = ({ id }: CampaignRow) => id
const pathOf = ({ id }: CampaignRow) => `/campaigns/${id}`

function useFirstColumns(): Column<CampaignRow>[] {
  const words = useWords().list
  return [
    { key: 'name', label: words.name, cell: ({ name }) => name },
    { key: 'state', label: words.state, cell: (row) => <CampaignBadge campaign={row} /> },
  ]
}

export const DayOf = ({ at }: { at: Date }) => <DateText on={civilDateOf(at, useTimeZone())} />

function Bar({ figures, state }: CampaignRow) {
  const { all } = useFiguresText(figures, state)
  return (
    <span className="flex flex-col gap-1 sm:min-w-40">
      <ShareBar part={figures.reached} whole={figures.total} />
      <span className="tabular text-sm text-ink-soft">{all}</span>
    </span>
  )
}
