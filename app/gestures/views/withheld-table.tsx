import type { FetcherWithComponents } from '@remix-run/react'
import { type ListAnswer, NoEnter } from '#app/lists/views/list-answer.tsx'
import { type PostObstacle, placeLine } from '#app/tenants/addressee.ts'
import { writtenName } from '#app/tenants/names.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { Section } from '#app/ui/page.tsx'
import { Table } from '#app/ui/table.tsx'
import type { GestureRow } from '../gestures.server.ts'
import { useWords } from '../words.ts'

type Withheld = { row: GestureRow; obstacle: PostObstacle }

/** Those who get no label, why not, and what can be done about it. */
export function WithheldTable({
  withheld,
  fetcher,
}: {
  withheld: Withheld[]
  fetcher: FetcherWithComponents<ListAnswer>
}) {
  const words = useWords()
  const language = useLanguage()
  return (
    <Section title={words.labels.withheld} lead={words.labels.withheldLead}>
      <fetcher.Form method="post" noValidate>
        <NoEnter />
        <input type="hidden" name="back" value={`/gestures/labels?kind=${withheld[0]?.row.kind}`} />
        <Table
          caption={words.labels.withheld}
          isCaptionHidden
          rows={withheld}
          rowKey={({ row }) => row.id}
          rowTo={({ row }) => `/tenants/${row.tenantId}`}
          columns={[
            { key: 'to', label: words.tenant, cell: ({ row }) => writtenName(row, language) },
            { key: 'address', label: words.order.street, cell: ({ row }) => placeLine(row) },
            {
              key: 'why',
              label: words.labels.withheld,
              isLabelHidden: true,
              cell: ({ obstacle }) => <Badge tone="attention">{words.labels.obstacles[obstacle]}</Badge>,
            },
            {
              key: 'do',
              label: words.undo,
              isLabelHidden: true,
              hasControls: true,
              cell: ({ row, obstacle }) => <Buttons row={row} obstacle={obstacle} />,
            },
          ]}
        />
      </fetcher.Form>
    </Section>
  )
}

function Buttons({ row, obstacle }: Withheld) {
  const words = useWords()
  const name = <span className="sr-only">: {writtenName(row, useLanguage())}</span>
  return (
    <div className="flex flex-wrap gap-2">
      <Button type="submit" name="only" value={row.id} formAction="/gestures/reversal">
        {words.undo}
        {name}
      </Button>
      {obstacle !== 'deceased' && (
        <Button type="submit" name="only" value={row.id} formAction="/gestures/sending">
          {words.send}
          {name}
        </Button>
      )}
    </div>
  )
}
