import type { SerializeFrom } from '@remix-run/node'
import { Form } from '@remix-run/react'
import { Button } from '#app/ui/button.tsx'
import { DateText, MomentText } from '#app/ui/date-text.tsx'
import { dateText } from '#app/ui/format.ts'
import { Table } from '#app/ui/table.tsx'
import type { ValueKey } from '../value-keys.ts'
import type { ValuePage } from '../value-page.server.ts'
import { useWords } from '../words.ts'

type Row = SerializeFrom<ValuePage>['past'][number]

type PlannedProps = { valueKey: ValueKey; rows: Row[]; mayChange: boolean }

/** What holds from a day to come, the first on top. */
export function PlannedTable({ valueKey, rows, mayChange }: PlannedProps) {
  const words = useWords()
  const text = (row: Row) => row.text ?? words.nothing
  return (
    <Table
      caption={words.planned}
      isCaptionHidden
      rows={rows}
      rowKey={({ id }) => id}
      empty={<p className="text-ink-soft">{words.noPlans}</p>}
      columns={[
        { key: 'value', label: words.value, cell: text },
        { key: 'from', label: words.fromHead, cell: ({ fromOn }) => <DateText on={fromOn} /> },
        { key: 'by', label: words.by, cell: ({ by }) => by ?? words.commandLine },
        {
          key: 'remove',
          label: words.remove,
          isLabelHidden: true,
          hasControls: true,
          cell: (row) =>
            mayChange ? (
              <Form
                method="delete"
                action={`/settings/values/${valueKey}/plans/${row.id}`}
                preventScrollReset
                noValidate
              >
                <Button type="submit" aria-label={words.removeWhat(words.plannedFrom(text(row), dateText(row.fromOn)))}>
                  {words.remove}
                </Button>
              </Form>
            ) : null,
        },
      ]}
    />
  )
}

/** What began, the last on top: it stays, so that what was told can be read back. `at` is now. */
export function HistoryTable({ rows, at }: { rows: Row[]; at: string }) {
  const words = useWords()
  return (
    <Table
      caption={words.history}
      isCaptionHidden
      rows={rows}
      rowKey={({ id }) => id}
      empty={<p className="text-ink-soft">{words.noHistory}</p>}
      columns={[
        { key: 'value', label: words.value, cell: ({ text }) => text ?? words.nothing },
        { key: 'from', label: words.since, cell: ({ fromOn }) => <DateText on={fromOn} /> },
        { key: 'by', label: words.by, cell: ({ by }) => by ?? words.commandLine },
        { key: 'setAt', label: words.setAt, cell: ({ setAt }) => <MomentText at={setAt} now={at} /> },
      ]}
    />
  )
}
