import { Form } from '@remix-run/react'
import { Button } from '#app/ui/button.tsx'
import { MomentText } from '#app/ui/date-text.tsx'
import { Table } from '#app/ui/table.tsx'
import type { SwitchKind } from '../line.ts'
import { useWords } from '../words.ts'

type Moment = Date | string
type Row = { id: string; kind: SwitchKind; from: Moment; until: Moment | null; deskId: number | null }
type SwitchTableProps = { line: { id: string; switches: Row[] }; names: { id: number; name: string }[]; now: string }

/** What is switched by hand at this moment; the last one goes first. */
export function SwitchTable({ line, names, now }: SwitchTableProps) {
  const words = useWords()
  const what = ({ kind, deskId }: Row) => {
    const desk = names.find(({ id }) => id === deskId)?.name
    return desk ? `${words.switchKinds[kind]}: ${desk}` : words.switchKinds[kind]
  }
  return (
    <Table
      caption={words.switches}
      isCaptionHidden
      rows={line.switches}
      rowKey={({ id }) => id}
      empty={<p className="text-ink-soft">{words.noSwitches}</p>}
      columns={[
        { key: 'what', label: words.switches, cell: what },
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
          cell: (row) => <Back to={`/settings/lines/${line.id}/switches/${row.id}`} what={what(row)} />,
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
