import { Link } from '@remix-run/react'
import type { Column, RowSelection, TableProps } from './table-props.ts'

export type Parts<Row> = Pick<TableProps<Row>, 'columns' | 'rowKey' | 'rowTo' | 'selection'>

// Rows become cards by changing `display`, after which Safari forgets that this is a table unless told.
export const roles = {
  table: { role: 'table' },
  group: { role: 'rowgroup' },
  row: { role: 'row' },
  head: { role: 'columnheader' },
  rowHead: { role: 'rowheader' },
  cell: { role: 'cell' },
}

export function BodyRow<Row>({ row, columns, rowKey, rowTo, selection }: Parts<Row> & { row: Row }) {
  const to = rowTo?.(row)
  return (
    <tr
      {...roles.row}
      className={`border-b border-line has-checked:bg-accent-soft cards:relative cards:block cards:rounded-md cards:border cards:bg-surface cards:px-4 cards:py-2 ${to ? 'relative hover:bg-surface-sunk' : ''}`}
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
    <td {...roles.cell} className="w-10 px-3 py-2 align-middle cards:absolute cards:top-1 cards:right-1">
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
  const numeric = column.isNumeric ? 'tabular text-right cards:text-left' : ''
  const spacing = `px-3 py-2 align-middle cards:px-0 cards:py-0.5`
  const short = column.isShort ? 'whitespace-nowrap cards:whitespace-normal' : ''
  if (isFirst) {
    return (
      <th {...roles.rowHead} scope="row" className={`${spacing} ${short} font-bold cards:block cards:pr-10 ${above}`}>
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
  // Without a label beside it a value has the whole width of the card.
  const onCard = column.isLabelHidden
    ? 'cards:block'
    : 'cards:grid cards:grid-cols-[7.5rem_minmax(0,1fr)] cards:gap-3 cards:before:text-ink-soft cards:before:content-[attr(data-label)]'
  return (
    <td
      {...roles.cell}
      data-label={column.label}
      className={`${spacing} ${short} ${numeric} ${above} ${onCard} ${leftOut}`}
    >
      <div className="min-w-0">{content}</div>
    </td>
  )
}

// A card leaves out what a row leaves blank.
const leftOut = 'cards:has-[>div:empty]:hidden'
