import type { SerializeFrom } from '@remix-run/node'
import { Badge } from '#app/ui/badge.tsx'
import { DateText } from '#app/ui/date-text.tsx'
import { dateText } from '#app/ui/format.ts'
import { Table } from '#app/ui/table.tsx'
import type { listValues } from '../value-page.server.ts'
import { useWords } from '../words.ts'

type Rows = SerializeFrom<Awaited<ReturnType<typeof listValues>>>

export function ValueTable({ caption, values }: { caption: string; values: Rows }) {
  const words = useWords()
  return (
    <Table
      caption={caption}
      isCaptionHidden
      rows={values}
      rowKey={({ key }) => key}
      rowTo={({ key }) => `/settings/values/${key}`}
      columns={[
        { key: 'what', label: words.what, width: 'third', cell: ({ key }) => words.names[key] },
        { key: 'holds', label: words.holds, width: 'quarter', cell: (row) => <Holds row={row} /> },
        {
          key: 'since',
          label: words.since,
          width: 'sixth',
          isShort: true,
          cell: ({ from, fromOn }) => (from === 'own' && fromOn ? <DateText on={fromOn} /> : null),
        },
        {
          key: 'planned',
          label: words.planned,
          cell: ({ planned }) => (planned.length > 0 ? <Planned planned={planned} /> : null),
        },
      ]}
    />
  )
}

function Planned({ planned }: Pick<Rows[number], 'planned'>) {
  const words = useWords()
  return (
    <ul>
      {planned.map(({ id, text, fromOn }) => (
        <li key={id}>
          {text ?? words.nothing} <span className="whitespace-nowrap">{words.fromDay(dateText(fromOn))}</span>
        </li>
      ))}
    </ul>
  )
}

function Holds({ row: { text, from, source } }: { row: Rows[number] }) {
  const words = useWords()
  if (text === null || from === null) return <span className="text-ink-soft">{words.missing}</span>
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span className="tabular">{text}</span>
      {from !== 'own' && <span className="text-sm text-ink-soft">{words.sources[from]}</span>}
      {source?.isOld && <Badge tone="attention">{words.isOld}</Badge>}
    </span>
  )
}
