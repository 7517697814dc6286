import { timeText } from '#app/ui/format.ts'
import { useTimeZone } from '#app/ui/language.tsx'
import { Table } from '#app/ui/table.tsx'
import type { Column } from '#app/ui/table-props.ts'
import type { ShownContact } from '../shown-contact.server.ts'
import { useWords } from '../words.ts'
import { SeenCell } from './acknowledge.tsx'
import { AboutCell, ByCell, OutcomeCell, useKindText, useMoments, WhoCell } from './contact-cells.tsx'

type Props = { rows: ShownContact[]; caption: string; night: string; now: string; mayAcknowledge: boolean }

/** The contacts of a night in the order in which they came; each leads to its own page. */
export function NightTable({ rows, caption, night, now, mayAcknowledge }: Props) {
  return (
    <Table
      caption={caption}
      isCaptionHidden
      rows={rows}
      rowKey={({ id }) => id}
      rowTo={({ id }) => `/nights/contacts/${id}?from=${night}`}
      columns={useColumns({ night, now, mayUndo: mayAcknowledge })}
    />
  )
}

/** What a contact is called among others: "water, 02:14". */
export function useContactName() {
  const kindText = useKindText()
  const zone = useTimeZone()
  return (contact: ShownContact) => `${kindText(contact)}, ${timeText(contact.arrivedAt, zone)}`
}

function useColumns(given: { night: string; now: string; mayUndo: boolean }): Column<ShownContact>[] {
  const { all: words } = useWords()
  const nameOf = useContactName()
  const { moment } = useMoments(given.now)
  return [
    { key: 'time', label: words.time, isShort: true, cell: ({ arrivedAt }) => moment(arrivedAt) },
    { key: 'line', label: words.line, cell: ({ line }) => line },
    { key: 'about', label: words.about, cell: (contact) => <AboutCell contact={contact} /> },
    { key: 'who', label: words.tenant, hasControls: true, cell: (contact) => <WhoCell contact={contact} /> },
    { key: 'outcome', label: words.outcome, cell: (contact) => <OutcomeCell contact={contact} now={given.now} /> },
    { key: 'by', label: words.by, cell: (contact) => <ByCell contact={contact} now={given.now} /> },
    {
      key: 'seen',
      label: words.seen,
      hasControls: true,
      cell: (contact) => <SeenCell contact={contact} what={nameOf(contact)} {...given} />,
    },
  ]
}
