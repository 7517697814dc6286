import type { ReactNode } from 'react'

export type Column<Row> = {
  key: string
  label: string
  cell: (row: Row) => ReactNode
  isNumeric?: boolean
  /** Holds buttons or links of its own, which stay above the link of the row. */
  hasControls?: boolean
  isLabelHidden?: boolean
  /** A date, a number to ring, a state: on one line. */
  isShort?: boolean
  /** The same in every table of a page, so that their columns stand under one another. */
  width?: 'third' | 'quarter' | 'sixth'
  sort?: { to: string; direction?: 'ascending' | 'descending' }
}

export type RowSelection<Row> = {
  name: string
  /** What the checkbox is called: the name in the row. */
  label: (row: Row) => string
  /** The id of the form that posts the ticked keys, when the table is not inside it. */
  form?: string
  isSelected?: (row: Row) => boolean
  onChange?: (keys: string[]) => void
}

export type TableProps<Row> = {
  caption: ReactNode
  isCaptionHidden?: boolean
  /** The first column names the row. */
  columns: Column<Row>[]
  rows: Row[]
  rowKey: (row: Row) => string
  /** Where the row leads; its first cell becomes the link and the whole row can be clicked. */
  rowTo?: (row: Row) => string | undefined
  selection?: RowSelection<Row>
  /** An EmptyState: why there is nothing, and what next. */
  empty?: ReactNode
  /** A name and some figures: stays rows, also on a phone. */
  isCompact?: boolean
}
