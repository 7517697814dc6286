import { SelectField } from '#app/ui/field.tsx'
import { Table } from '#app/ui/table.tsx'
import { type Field, fields } from '#imports/columns.ts'
import { fieldControl } from '../mapping-form.ts'
import { useWords } from '../words.ts'

export type ShownColumn = {
  at: number
  header: string
  field: Field | null
  samples: string[]
  isDoubtful: boolean
  isBsn: boolean
}

/** Their header, three example values, our field. */
export function ColumnTable({ caption, columns }: { caption: string; columns: ShownColumn[] }) {
  const { columns: words } = useWords()
  return (
    <Table
      caption={caption}
      isCaptionHidden
      rows={columns}
      rowKey={({ at }) => String(at)}
      columns={[
        { key: 'header', label: words.header, cell: ({ header, at }) => header || `#${at + 1}` },
        { key: 'samples', label: words.examples, cell: (column) => <Samples {...column} /> },
        { key: 'field', label: words.field, hasControls: true, cell: (column) => <FieldChoice {...column} /> },
      ]}
    />
  )
}

function Samples({ samples }: ShownColumn) {
  const { columns: words } = useWords()
  if (samples.length === 0) return <span className="text-ink-soft">{words.noValues}</span>
  return (
    <ul className="flex flex-col text-sm wrap-anywhere">
      {samples.map((value) => (
        <li key={value} className="line-clamp-2">
          {value}
        </li>
      ))}
    </ul>
  )
}

function FieldChoice({ at, header, field, isBsn }: ShownColumn) {
  const { columns: words, fields: names } = useWords()
  if (isBsn) return <p className="text-sm text-attention-ink">{words.bsn}</p>
  const options = fields
    .map((value) => ({ value, label: names[value] }))
    .sort((a, b) => a.label.localeCompare(b.label, 'nl'))
  return (
    <SelectField
      name={fieldControl(at)}
      label={words.fieldOf(header)}
      isLabelHidden
      defaultValue={field ?? ''}
      placeholder={words.ignore}
      options={options}
    />
  )
}
