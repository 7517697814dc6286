import { printable } from '#app/core/pdf-runs.ts'
import { Table } from '#app/ui/table.tsx'
import type { GestureRow } from '../gestures.server.ts'
import { labelLines } from '../label-text.ts'
import { useWords } from '../words.ts'

/** All are ticked to begin with: leaving one out is the exception. */
export function LabelChoice({ rows, onChange }: { rows: GestureRow[]; onChange: (ids: string[]) => void }) {
  const words = useWords()
  return (
    <Table
      caption={words.labels.choose}
      isCaptionHidden
      rows={rows}
      rowKey={(row) => row.id}
      selection={{ name: 'id[]', label: (row) => labelLines(row)[0], isSelected: () => true, onChange }}
      columns={[
        { key: 'to', label: words.tenant, cell: (row) => <To row={row} /> },
        { key: 'address', label: words.order.street, cell: (row) => labelLines(row).slice(1).join(', ') },
        {
          key: 'text',
          label: words.text,
          cell: (row) => <span className="line-clamp-2 wrap-anywhere">{row.text}</span>,
        },
      ]}
    />
  )
}

/** Says so when a letter of the name cannot be printed. */
function To({ row }: { row: GestureRow }) {
  const words = useWords()
  const [name] = labelLines(row)
  const printed = printable(name)
  const isSame = printed.normalize('NFC') === name.normalize('NFC')
  return (
    <>
      {name}
      {!isSame && (
        <span className="block text-sm font-normal text-attention-ink">{words.labels.printedAs(printed)}</span>
      )}
    </>
  )
}
