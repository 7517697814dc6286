import { sortable } from '#app/lists/sort-order.ts'
import { writtenName } from '#app/tenants/names.ts'
import { TenantCell } from '#app/tenants/views/tenant-cell.tsx'
import { civilDateOf, dayText } from '#app/ui/format.ts'
import { useLanguage, useTimeZone } from '#app/ui/language.tsx'
import { Table } from '#app/ui/table.tsx'
import type { Column } from '#app/ui/table-props.ts'
import { type GestureFilter, gestureList } from '../filter.ts'
import type { GestureState } from '../gesture.ts'
import type { GestureRow } from '../gestures.server.ts'
import { moneyText } from '../money-text.ts'
import { useWords } from '../words.ts'

type TableProps = { rows: GestureRow[]; state: GestureState; columns: Column<GestureRow>[] }

export function GestureTable({ rows, state, columns }: TableProps) {
  const words = useWords()
  const language = useLanguage()
  return (
    <Table
      caption={words.caption(words.states[state])}
      isCaptionHidden
      rows={rows}
      rowKey={(row) => row.id}
      rowTo={(row) => `/tenants/${row.tenantId}`}
      selection={{ name: 'id[]', label: (row) => `${words.kinds[row.kind]}: ${writtenName(row, language)}` }}
      columns={columns}
    />
  )
}

/** The columns of the list, with heads to sort by. */
export function useGestureColumns({ today, filter }: { today: string; filter: GestureFilter }): Column<GestureRow>[] {
  return sortable(useColumns(filter.state, today), {
    columns: gestureList.columns,
    order: filter.sort,
    to: (sort) => gestureList.link(filter, { sort }),
  })
}

function useColumns(state: GestureState, today: string): Column<GestureRow>[] {
  const words = useWords()
  const language = useLanguage()
  const zone = useTimeZone()
  const on = (name: string | null, at: string | null) =>
    at ? words.askedBy(name ?? '', dayText(civilDateOf(at, zone), today, language)) : ''
  const columns: Column<GestureRow>[] = [
    { key: 'tenant', label: words.tenant, cell: (row) => <TenantCell tenant={row} /> },
    { key: 'what', label: words.what, cell: (row) => <What row={row} /> },
    { key: 'price', label: words.price, isNumeric: true, cell: (row) => moneyText(row.priceCents, language) },
    { key: 'campaign', label: words.campaign, cell: (row) => row.campaignName ?? '' },
    { key: 'asked', label: words.asked, cell: (row) => on(row.requestedBy, row.requestedAt) },
  ]
  if (state === 'sent') columns.push({ key: 'sent', label: words.sentBy, cell: (row) => on(row.sentBy, row.sentAt) })
  else if (state !== 'requested')
    columns.push({ key: 'decided', label: words.decided, cell: (row) => on(row.decidedBy, row.decidedAt) })
  return columns
}

function What({ row }: { row: GestureRow }) {
  const words = useWords()
  return (
    <>
      <span className="block font-bold">{words.kinds[row.kind]}</span>
      <span className="line-clamp-3 wrap-anywhere">{row.text}</span>
    </>
  )
}
