import { Link } from '@remix-run/react'
import { useRef } from 'react'
import { useRowSelection } from '#app/ui/row-selection.tsx'
import { BodyRow, type Parts, roles } from '#app/ui/table-row.tsx'
import type { Column, TableProps } from './table-props.ts'
import { useWords } from './words.ts'

const compact = '@container/short-rows max-sm:[&_td]:px-1.5 max-sm:[&_th]:px-1.5 max-sm:[&_th]:whitespace-normal'

export function Table<Row>({ caption, isCaptionHidden, rows, empty, isCompact, ...rest }: TableProps<Row>) {
  const ref = useRef<HTMLTableElement>(null)
  if (rows.length === 0 && empty) return empty
  return (
    <div className={isCompact ? compact : '@container/rows'}>
      <table {...roles.table} ref={ref} className="w-full border-collapse text-left cards:block">
        <caption className={isCaptionHidden ? 'sr-only' : 'pb-2 text-left text-ink-soft cards:block'}>
          {caption}
        </caption>
        <Head {...rest} table={ref} />
        <tbody {...roles.group} className="cards:flex cards:flex-col cards:gap-3">
          {rows.map((row) => (
            <BodyRow key={rest.rowKey(row)} row={row} {...rest} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

const widths = { third: 'w-1/3', quarter: 'w-1/4', sixth: 'w-1/6' }
const headLook = 'bg-surface-sunk px-3 py-2 align-bottom text-sm font-bold whitespace-nowrap'
// Out of sight on a narrow screen, where each cell says its own label, but never out of the table's structure.
const headCell = `${headLook} cards:sr-only`

function Head<Row>({ columns, selection, table }: Parts<Row> & { table: React.RefObject<HTMLTableElement | null> }) {
  const words = useWords()
  const { toggleAll } = useRowSelection(table, selection?.name, selection?.onChange)
  return (
    <thead {...roles.group} className="sticky top-0 z-10 cards:static cards:block">
      <tr {...roles.row} className="cards:block cards:pb-2">
        {selection && (
          <th {...roles.head} scope="col" className={`${headLook} w-10 cards:block cards:w-full`}>
            <label className="flex min-h-6 items-center gap-3">
              <input type="checkbox" onChange={toggleAll} className="size-6" data-select-all />
              <span className="sr-only cards:not-sr-only">{words.selectAll}</span>
            </label>
          </th>
        )}
        {columns.map((column) => (
          <th
            {...roles.head}
            key={column.key}
            scope="col"
            aria-sort={column.sort?.direction}
            className={`${headCell} ${column.isNumeric ? 'text-right' : ''} ${column.width ? widths[column.width] : ''}`}
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
      {label}{' '}
      <span aria-hidden="true" className="print:hidden">
        {arrow}
      </span>
    </Link>
  )
}
