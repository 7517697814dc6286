import { Form } from '@remix-run/react'
import { Badge } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { DateField } from '#app/ui/field.tsx'
import { dateText } from '#app/ui/format.ts'
import { Table } from '#app/ui/table.tsx'
import { placeLine } from '../addressee.ts'
import type { WarningToReview } from '../keep-warnings.server.ts'
import { useWarningWords } from '../warning-words.ts'

type Days = { today: string; last: string }
type Props = { rows: WarningToReview[]; days: Days; refused?: { id: string; error: string } }

/** All warnings that hold, what ends first in front: each is ended or holds longer. */
export function WarningTable({ rows, days, refused }: Props) {
  const words = useWarningWords()
  return (
    <Table<WarningToReview>
      caption={words.caption}
      isCaptionHidden
      rows={rows}
      rowKey={({ id }) => id}
      empty={<EmptyState title={words.none}>{words.noneLead}</EmptyState>}
      columns={[
        { key: 'home', label: words.home, cell: placeLine },
        { key: 'what', label: words.what, cell: (warning) => <What warning={warning} /> },
        { key: 'until', label: words.lastDay, cell: (warning) => <Until warning={warning} /> },
        { key: 'by', label: words.by, cell: ({ by }) => by },
        {
          key: 'actions',
          label: words.actions,
          isLabelHidden: true,
          hasControls: true,
          cell: (warning) => (
            <Steps warning={warning} days={days} error={refused?.id === warning.id ? refused.error : undefined} />
          ),
        },
      ]}
    />
  )
}

function What({ warning: { kind, reason } }: { warning: WarningToReview }) {
  const words = useWarningWords()
  return (
    <>
      {words.kinds[kind]}
      <span className="block whitespace-pre-wrap text-ink-soft">{reason}</span>
    </>
  )
}

function Until({ warning: { until, isSoon } }: { warning: WarningToReview }) {
  const words = useWarningWords()
  return (
    <>
      {dateText(until)} {isSoon && <Badge tone="attention">{words.soon}</Badge>}
    </>
  )
}

function Steps({ warning, days, error }: { warning: WarningToReview; days: Days; error?: string }) {
  const words = useWarningWords()
  const about = `${words.kinds[warning.kind]}, ${placeLine(warning)}`
  return (
    <div className="flex flex-col items-start gap-2">
      <Form method="post" action={`/warnings/${warning.id}/ending`} noValidate preventScrollReset>
        <Button type="submit" aria-label={`${words.end}: ${about}`}>
          {words.end}
        </Button>
      </Form>
      <Disclosure label={words.renew} isOpen={error !== undefined}>
        <Form
          method="post"
          action="/warnings"
          noValidate
          preventScrollReset
          className="flex flex-col items-start gap-3"
        >
          <input type="hidden" name="warningId" value={warning.id} />
          <DateField
            id={`until-${warning.id}`}
            name="until"
            label={words.renewUntil}
            error={error && (words.refusals[error] ?? words.refusals.other)}
            min={days.today}
            max={days.last}
          />
          <Button type="submit" aria-label={`${words.renew}: ${about}`}>
            {words.renew}
          </Button>
        </Form>
      </Disclosure>
    </div>
  )
}
