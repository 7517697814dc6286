import { Link } from '@remix-run/react'
import { type ReactNode, useRef } from 'react'
import { useWords } from '#app/ui/language.tsx'
import { useRowSelection } from '#app/ui/row-selection.tsx'
import { en } from '#app/ui/words.en.ts'
import { nl } from '#app/ui/words.nl.ts'

export type Column<Row> = {
  key: string
  label: string
  cell: (row: Row) => ReactNode
  isNumeric?: boolean
  /** Holds buttons or links of its own, which stay above the link of the row. */
  hasControls?: boolean
  isLabelHidden?: boolean
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
}

// Rows become cards by changing `display`, after which Safari forgets that this is a table unless told.
const roles = {
  table: { role: 'table' },
  group: { role: 'rowgroup' },
  row: { role: 'row' },
  head: { role: 'columnheader' },
  rowHead: { role: 'rowheader' },
  cell: { role: 'cell' },
}

export function Table<Row>({ caption, isCaptionHidden, rows, empty, ...rest }: TableProps<Row>) {
  const ref = useRef<HTMLTableElement>(null)
  if (rows.length === 0 && empty) return empty
  return (
    <div className="@container">
      <table {...roles.table} ref={ref} className="w-full border-collapse text-left @max-[40rem]:block">
        <caption className={isCaptionHidden ? 'sr-only' : 'pb-2 text-left text-ink-soft @max-[40rem]:block'}>
          {caption}
        </caption>
        <Head {...rest} table={ref} />
        <tbody {...roles.group} className="@max-[40rem]:flex @max-[40rem]:flex-col @max-[40rem]:gap-3">
          {rows.map((row) => (
            <BodyRow key={rest.rowKey(row)} row={row} {...rest} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

type Parts<Row> = Pick<TableProps<Row>, 'columns' | 'rowKey' | 'rowTo' | 'selection'>

const headLook = 'bg-surface-sunk px-3 py-2 align-bottom text-sm font-bold whitespace-nowrap'
// Out of sight on a narrow screen, where each cell says its own label, but never out of the table's structure.
const headCell = `${headLook} @max-[40rem]:sr-only`

function Head<Row>({ columns, selection, table }: Parts<Row> & { table: React.RefObject<HTMLTableElement | null> }) {
  const words = useWords({ nl, en })
  const { toggleAll } = useRowSelection(table, selection?.name, selection?.onChange)
  return (
    <thead {...roles.group} className="sticky top-0 z-10 @max-[40rem]:static @max-[40rem]:block">
      <tr {...roles.row} className="@max-[40rem]:block @max-[40rem]:pb-2">
        {selection && (
          <th {...roles.head} scope="col" className={`${headLook} w-10 @max-[40rem]:block @max-[40rem]:w-full`}>
            <label className="flex min-h-6 items-center gap-3">
              <input type="checkbox" onChange={toggleAll} className="size-6" data-select-all />
              <span className="sr-only @max-[40rem]:not-sr-only">{words.selectAll}</span>
            </label>
          </th>
        )}
        {columns.map((column) => (
          <th
            {...roles.head}
            key={column.key}
            scope="col"
            aria-sort={column.sort?.direction}
            className={`${headCell} ${column.isNumeric ? 'text-right' : ''}`}
          >
            <HeadLabel label={column.label} isLabelHidden={column.isLabelHidden} sort={column.sort} />
          </th>
        ))}
      </tr>
    </thead>
  )
}

function HeadLabel({ label, isLabelHidden, sort }: Pick<Column<never>, 'label' | 'isLabelHidden' | 'sort'>) {
  if (!sort) return <span className={isLabelHidden ? 'sr-only' : ''}>{label}</span>
  const arrow = sort.direction === 'ascending' ? '↑' : sort.direction === 'descending' ? '↓' : '↕'
  return (
    <Link to={sort.to} className="inline-flex min-h-6 items-center gap-1 underline-offset-4 hover:underline">
      {label} <span aria-hidden="true">{arrow}</span>
    </Link>
  )
}

function BodyRow<Row>({ row, columns, rowKey, rowTo, selection }: Parts<Row> & { row: Row }) {
  const to = rowTo?.(row)
  return (
    <tr
      {...roles.row}
      className={`border-b border-line has-checked:bg-accent-soft @max-[40rem]:relative @max-[40rem]:block @max-[40rem]:rounded-md @max-[40rem]:border @max-[40rem]:bg-surface @max-[40rem]:px-4 @max-[40rem]:py-2 ${to ? 'relative hover:bg-surface-sunk' : ''}`}
    >
      {selection && <SelectionCell row={row} rowKey={rowKey} selection={selection} />}
      {columns.map((column, index) => (
        <Cell key={column.key} column={column} row={row} to={index === 0 ? to : undefined} isFirst={index === 0} />
      ))}
    </tr>
  )
}

function SelectionCell<Row>({
  row,
  rowKey,
  selection,
}: Pick<Parts<Row>, 'rowKey'> & { row: Row; selection: RowSelection<Row> }) {
  return (
    <td
      {...roles.cell}
      className="w-10 px-3 py-2 align-middle @max-[40rem]:absolute @max-[40rem]:top-1 @max-[40rem]:right-1"
    >
      <label className="relative z-1 flex min-h-6 items-center pointer-coarse:min-h-11 pointer-coarse:min-w-11">
        <input
          type="checkbox"
          name={selection.name}
          value={rowKey(row)}
          form={selection.form}
          defaultChecked={selection.isSelected?.(row)}
          className="size-6"
        />
        <span className="sr-only">{selection.label(row)}</span>
      </label>
    </td>
  )
}

type CellProps<Row> = { column: Column<Row>; row: Row; to?: string; isFirst: boolean }

function Cell<Row>({ column, row, to, isFirst }: CellProps<Row>) {
  const content = column.cell(row)
  const above = column.hasControls ? '*:relative *:z-1' : ''
  const numeric = column.isNumeric ? 'tabular text-right @max-[40rem]:text-left' : ''
  const spacing = 'px-3 py-2 align-middle @max-[40rem]:px-0 @max-[40rem]:py-0.5'
  if (isFirst) {
    return (
      <th
        {...roles.rowHead}
        scope="row"
        className={`${spacing} font-bold @max-[40rem]:block @max-[40rem]:pr-10 ${above}`}
      >
        {to ? (
          <Link to={to} className="text-accent underline-offset-4 after:absolute after:inset-0 hover:underline">
            {content}
          </Link>
        ) : (
          content
        )}
      </th>
    )
  }
  const label = column.isLabelHidden
    ? ''
    : '@max-[40rem]:before:text-ink-soft @max-[40rem]:before:content-[attr(data-label)]'
  return (
    <td
      {...roles.cell}
      data-label={column.label}
      className={`${spacing} ${numeric} ${above} @max-[40rem]:grid @max-[40rem]:grid-cols-[minmax(6rem,2fr)_3fr] @max-[40rem]:gap-3 ${label}`}
    >
      <div className="min-w-0">{content}</div>
    </td>
  )
}
