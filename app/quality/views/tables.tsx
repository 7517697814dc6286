import { Link } from '@remix-run/react'
import type { TriageKind } from '#app/triage/kinds.ts'
import { useTriageWords } from '#app/triage/triage-words.ts'
import { Section } from '#app/ui/page.tsx'
import { Table } from '#app/ui/table.tsx'
import type { Column } from '#app/ui/table-props.ts'
import type { EndFigures, Figures, QuestionFigures, RunView } from '../figures.ts'
import { qualityAddress } from '../filter.ts'
import { useWords } from '../words.ts'
import { rowsOf } from './figures.tsx'
import type { QualityPlace } from './signals.tsx'
import { useQualityTexts } from './texts.ts'

/** The figures that stand in every table, in the same order. */
function useColumns<Row extends Figures>(): Column<Row>[] {
  const words = useWords()
  const { number, share, seconds } = useQualityTexts()
  const column = (view: RunView, cell: (row: Row) => string): Column<Row> => ({
    key: view,
    label: words.views[view],
    isNumeric: true,
    cell,
  })
  return [
    column('judged', (row) => number(row.judged)),
    column('raised', (row) => share(row.raised, row.judged)),
    column('lowered', (row) => share(row.lowered, row.judged)),
    column('rang-again', (row) => share(row['rang-again'], row['not-urgent'])),
    column('open', (row) => share(row.open, row.started)),
    { key: 'most', label: words.most, isNumeric: true, isShort: true, cell: ({ most }) => seconds(most) },
  ]
}

export function KindTable({ rows, place }: { rows: (Figures & { kind: TriageKind })[]; place: QualityPlace }) {
  const words = useWords()
  const { kinds } = useTriageWords()
  const columns = useColumns<Figures & { kind: TriageKind }>()
  const { days, corporationId } = place.filter
  return (
    <Section title={words.perKind}>
      <Table
        caption={words.perKind}
        isCaptionHidden
        rows={rows}
        rowKey={({ kind }) => kind}
        rowTo={({ kind }) => qualityAddress(place.path, { days, corporationId, kind })}
        columns={[{ key: 'kind', label: words.kind, cell: ({ kind }) => kinds[kind] }, ...columns]}
      />
    </Section>
  )
}

type OfCorporation = Figures & { corporationId: number }

export function CorporationTable({
  rows,
  names,
  place,
}: {
  rows: OfCorporation[]
  names: { id: number; name: string }[]
  place: QualityPlace
}) {
  const words = useWords()
  const columns = useColumns<OfCorporation>()
  const { days, kind } = place.filter
  const nameOf = (id: number) => names.find((one) => one.id === id)?.name ?? '–'
  return (
    <Section title={words.perCorporation}>
      <Table
        caption={words.perCorporation}
        isCaptionHidden
        rows={rows}
        rowKey={({ corporationId }) => String(corporationId)}
        rowTo={({ corporationId }) => qualityAddress(place.path, { days, kind, corporationId })}
        columns={[
          { key: 'name', label: words.corporation, cell: ({ corporationId }) => nameOf(corporationId) },
          ...columns,
        ]}
      />
    </Section>
  )
}

type End = EndFigures & { text: string | null }

export function EndTable({ rows, place }: { rows: End[]; place: QualityPlace }) {
  const words = useWords()
  const { number, share } = useQualityTexts()
  const opened = (view: RunView, whole: keyof Figures): Column<End> => ({
    key: view,
    label: words.views[view],
    isNumeric: true,
    hasControls: true,
    cell: (row) => (
      <Figure to={rowsOf(view, place, { end: row.end })} count={row[view]}>
        {view === 'judged' ? number(row.judged) : share(row[view], row[whole] ?? 0)}
      </Figure>
    ),
  })
  return (
    <Section title={words.ends}>
      <Table
        caption={words.ends}
        isCaptionHidden
        rows={rows}
        rowKey={({ end, rule }) => `${end} ${rule}`}
        columns={[
          {
            key: 'end',
            label: words.end,
            cell: ({ rule, text, end }) => `${rule}. ${text ?? words.gone(end)}`,
          },
          opened('judged', 'started'),
          opened('raised', 'judged'),
          opened('lowered', 'judged'),
          opened('rang-again', 'not-urgent'),
          opened('safety-unread', 'with-safety'),
        ]}
      />
    </Section>
  )
}

type Question = QuestionFigures & { text: string | null }

export function QuestionTable({ rows, place }: { rows: Question[]; place: QualityPlace }) {
  const words = useWords()
  const { answers } = useTriageWords()
  const { number, share } = useQualityTexts()
  const answered = ({ yes, no, unknown }: Question) => yes + no + unknown
  return (
    <Section title={words.questions}>
      <Table
        caption={words.questions}
        isCaptionHidden
        rows={rows}
        rowKey={({ question }) => question}
        columns={[
          { key: 'question', label: words.question, cell: ({ question, text }) => text ?? words.gone(question) },
          { key: 'yes', label: answers.yes, isNumeric: true, cell: ({ yes }) => number(yes) },
          { key: 'no', label: answers.no, isNumeric: true, cell: ({ no }) => number(no) },
          {
            key: 'unknown',
            label: words.unknown,
            isNumeric: true,
            hasControls: true,
            cell: (row) => (
              <Figure to={rowsOf('judged', place, { question: row.question })} count={row.unknown}>
                {share(row.unknown, answered(row))}
              </Figure>
            ),
          },
          {
            key: 'corrected',
            label: words.changed,
            isNumeric: true,
            cell: (row) => share(row.corrected, answered(row)),
          },
        ]}
      />
    </Section>
  )
}

/** A figure that opens its rows; none is no link. */
const Figure = ({ to, count, children }: { to: string; count: number; children: string }) =>
  count === 0 ? (
    children
  ) : (
    <Link to={to} className="inline-block min-h-6 min-w-6 text-accent underline underline-offset-4">
      {children}
    </Link>
  )
