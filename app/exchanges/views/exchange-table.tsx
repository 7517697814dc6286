import { Badge } from '#app/ui/badge.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { agoText, type Instant } from '#app/ui/format.ts'
import { useLanguage, useTimeZone } from '#app/ui/language.tsx'
import { Table } from '#app/ui/table.tsx'
import type { ExchangeKind } from '../exchange.ts'
import { useWords } from '../words.ts'

type Row = {
  id: string
  name: string
  kind: ExchangeKind
  lastHeardAt: Instant | null
  isSilent: boolean
}

export function ExchangeTable({ exchanges, now }: { exchanges: Row[]; now: string }) {
  const words = useWords()
  return (
    <Table
      caption={words.title}
      isCaptionHidden
      rows={exchanges}
      rowKey={({ id }) => id}
      rowTo={({ id }) => `/desk/exchanges/${id}`}
      empty={
        <EmptyState title={words.none} icon="phone">
          {words.noneHint}
        </EmptyState>
      }
      columns={[
        { key: 'name', label: words.name, cell: ({ name }) => name },
        { key: 'kind', label: words.kind, cell: ({ kind }) => words.kinds[kind] },
        { key: 'heard', label: words.lastHeard, cell: (row) => <Heard {...row} now={now} /> },
      ]}
    />
  )
}

/** When something was last heard, and whether that is too long ago. */
export function Heard({ lastHeardAt, isSilent, now }: Pick<Row, 'lastHeardAt' | 'isSilent'> & { now: string }) {
  const words = useWords()
  const shown = { zone: useTimeZone(), language: useLanguage() }
  return (
    <>
      {lastHeardAt ? agoText(lastHeardAt, now, shown) : words.neverHeard}{' '}
      {isSilent && <Badge tone="attention">{words.silent}</Badge>}
    </>
  )
}
