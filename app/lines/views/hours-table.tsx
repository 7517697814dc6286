import { Form } from '@remix-run/react'
import { Button } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Table } from '#app/ui/table.tsx'
import { dayText, timesText } from '../hours-text.ts'
import { type Hours, repeatedDays } from '../line.ts'
import { useWords } from '../words.ts'

type Row = Hours & { id: string }
type HoursTableProps = { line: { id: string; hours: Row[] }; names: { id: number; name: string }[] }

/** Weekdays first, then holidays, then own days in order. */
const placeOf = (day: string) => {
  const at = (repeatedDays as readonly string[]).indexOf(day)
  return at < 0 ? day : `0${at}`
}

export function HoursTable({ line, names }: HoursTableProps) {
  const words = useWords()
  const dayOf = (row: Row) => dayText(row, words)
  const timesOf = (row: Row) => timesText(row, words)
  const rows = line.hours.toSorted(
    (one, other) =>
      placeOf(one.day).localeCompare(placeOf(other.day)) || (one.opens ?? '').localeCompare(other.opens ?? ''),
  )
  return (
    <Table
      caption={words.hours}
      isCaptionHidden
      rows={rows}
      rowKey={({ id }) => id}
      empty={
        <EmptyState title={words.noHours} icon="clock">
          {words.noHoursHint}
        </EmptyState>
      }
      columns={[
        { key: 'day', label: words.day, isShort: true, cell: dayOf },
        { key: 'times', label: words.times, isShort: true, cell: timesOf },
        { key: 'who', label: words.who, cell: ({ deskId }) => names.find(({ id }) => id === deskId)?.name ?? '' },
        {
          key: 'remove',
          label: words.remove,
          isLabelHidden: true,
          hasControls: true,
          cell: (row) => (
            <Remove to={`/settings/lines/${line.id}/hours/${row.id}`} what={`${dayOf(row)} ${timesOf(row)}`} />
          ),
        },
      ]}
    />
  )
}

function Remove({ to, what }: { to: string; what: string }) {
  const words = useWords()
  return (
    <Form method="delete" action={to} preventScrollReset noValidate>
      <Button type="submit" aria-label={words.removeOf(what)}>
        {words.remove}
      </Button>
    </Form>
  )
}
