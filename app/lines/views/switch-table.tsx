import { Form } from '@remix-run/react'
import { Button } from '#app/ui/button.tsx'
import { MomentText } from '#app/ui/date-text.tsx'
import { Table } from '#app/ui/table.tsx'
import type { ShownSwitch } from '../shown-switches.ts'
import { useWords } from '../words.ts'

type Moment = Date | string
type Row = Omit<ShownSwitch, 'from' | 'until'> & { from: Moment; until: Moment | null }
export type SwitchTableProps = {
  switches: Row[]
  now: string
  /** Below what address the lines stand. */
  lines: string
  /** With the name of its line, where there are several. */
  hasLines?: boolean
}

type SwitchWords = Pick<ReturnType<typeof useWords>, 'switchKinds'>

export const switchText = ({ kind, desk }: Pick<ShownSwitch, 'kind' | 'desk'>, { switchKinds }: SwitchWords) =>
  desk ? `${switchKinds[kind]}: ${desk}` : switchKinds[kind]

/** What is switched by hand at this moment; the last one goes first. */
export function SwitchTable({ switches, now, lines, hasLines = false }: SwitchTableProps) {
  const words = useWords()
  const what = (row: Row) => switchText(row, words)
  return (
    <Table
      caption={words.switches}
      isCaptionHidden
      rows={switches}
      rowKey={({ id }) => id}
      empty={<p className="text-ink-soft">{words.noSwitches}</p>}
      columns={[
        ...(hasLines ? [{ key: 'line', label: words.line, cell: ({ line }: Row) => line }] : []),
        { key: 'what', label: words.switches, cell: what },
        { key: 'by', label: words.by, cell: ({ by }) => by },
        { key: 'since', label: words.since, cell: ({ from }) => <MomentText at={from} now={now} /> },
        {
          key: 'until',
          label: words.until,
          cell: ({ until }) => (until ? <MomentText at={until} now={now} /> : words.untilBack),
        },
        {
          key: 'back',
          label: words.switchBack,
          isLabelHidden: true,
          hasControls: true,
          cell: (row) =>
            row.mayEnd ? (
              <Back to={`${lines}/${row.lineId}/switches/${row.id}`} what={`${row.line}: ${what(row)}`} />
            ) : null,
        },
      ]}
    />
  )
}

function Back({ to, what }: { to: string; what: string }) {
  const words = useWords()
  return (
    <Form method="delete" action={to} noValidate>
      <Button type="submit" aria-label={`${words.switchBack}: ${what}`}>
        {words.switchBack}
      </Button>
    </Form>
  )
}
