import type { ReactNode } from 'react'
import { type Column, Table } from '#app/ui/table.tsx'
import { ShareBar, useNumber } from './figures.tsx'

export type ShareRow = { key: string; label: ReactNode; count: number; note?: string }
type ShareTableProps = {
  caption: string
  label: string
  countLabel: string
  noteLabel?: string
  rows: ShareRow[]
  empty?: ReactNode
}

/** Counts of one kind under one another, each with a bar beside the largest. */
export function ShareTable({ caption, label, countLabel, noteLabel, rows, empty }: ShareTableProps) {
  const number = useNumber()
  const largest = Math.max(1, ...rows.map(({ count }) => count))
  const columns: Column<ShareRow>[] = [
    { key: 'label', label, cell: (row) => <span className="font-normal">{row.label}</span> },
    { key: 'count', label: countLabel, isNumeric: true, cell: ({ count }) => number(count) },
    { key: 'bar', label: '', isLabelHidden: true, cell: ({ count }) => <ShareBar part={count} whole={largest} /> },
  ]
  if (noteLabel) columns.splice(2, 0, { key: 'note', label: noteLabel, isNumeric: true, cell: ({ note }) => note })
  return (
    <Table caption={caption} isCaptionHidden columns={columns} rows={rows} rowKey={({ key }) => key} empty={empty} />
  )
}
