import { Link } from '@remix-run/react'
import type { TriageKind } from '#app/triage/kinds.ts'
import { useTriageWords } from '#app/triage/triage-words.ts'
import { Section } from '#app/ui/page.tsx'
import { Table } from '#app/ui/table.tsx'
import type { Column, TableProps } from '#app/ui/table-props.ts'
import { type EndFigures, type Figures, type QuestionFigures, type RunView, wholeOf } from '../figures.ts'
import { qualityAddress } from '../filter.ts'
import { useWords } from '../words.ts'
import { rowsOf } from './figures.tsx'
import type { QualityPlace } from './signals.tsx'
import { useQualityTexts } from './texts.ts'

/** A table under a heading that says what it is. */
const TitledTable = <Row,>({
  title,
  ...table
}: Omit<TableProps<Row>, 'caption' | 'isCaptionHidden'> & { title: string }) => (
  <Section title={title}>
    <Table caption={title} isCaptionHidden {...table} />
  </Section>
)

/** A figure as it stands in a row: how many were judged, and of any other its share. */
function useFigureText() {
  const { number, share } = useQualityTexts()
  return (view: RunView, row: Figures) =>
    view === 'judged' ? number(row.judged) : share(row[view], row[wholeOf[view]])
}

/** The figures that stand in every table, in the same order. */
function useColumns<Row extends Figures>(): Column<Row>[] {
  const words = useWords()
  const text = useFigureText()
  const { seconds } = useQualityTexts()
  const column = (view: RunView): Column<Row> => ({
    key: view,
    label: words.views[view],
    isNumeric: true,
    cell: (row) => text(view, row),
  })
  return [
    ...(['judged', 'raised', 'lowered', 'rang-again', 'open'] as const).map(column),
    { key: 'most', label: words.most, isNumeric: true, isShort: true, cell: ({ most }) => seconds(most) },
  ]
}

export function KindTable({ rows, place }: { rows: (Figures & { kind: TriageKind })[]; place: QualityPlace }) {
  const words = useWords()
  const { kinds } = useTriageWords()
  const columns = useColumns<Figures & { kind: TriageKind }>()
  const { days, corporationId } = place.filter
  return (
    <TitledTable
      title={words.perKind}
      rows={rows}
      rowKey={({ kind }) => kind}
      rowTo={({ kind }) => qualityAddress(place.path, { days, corporationId, kind })}
      columns={[{ key: 'kind', label: words.kind, cell: ({ kind }) => kinds[kind] }, ...columns]}
    />
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
    <TitledTable
      title={words.perCorporation}
      rows={rows}
      rowKey={({ corporationId }) => String(corporationId)}
      rowTo={({ corporationId }) => qualityAddress(place.path, { days, kind, corporationId })}
      columns={[
        { key: 'name', label: words.corporation, cell: ({ corporationId }) => nameOf(corporationId) },
        ...columns,
      ]}
    />
  )
}

type End = EndFigures & { text: string | null }

export function EndTable({ rows, place }: { rows: End[]; place: QualityPlace }) {
  const words = useWords()
  const text = useFigureText()
  const opened = (view: RunView): Column<End> => ({
    key: view,
    label: words.views[view],
    isNumeric: true,
    hasControls: true,
    cell: (row) => (
      <Figure to={rowsOf(view, place, { end: row.end })} count={row[view]}>
        {text(view, row)}
      </Figure>
    ),
  })
  return (
    <TitledTable
      title={words.ends}
      rows={rows}
      rowKey={({ end, rule }) => `${end} ${rule}`}
      columns={[
        {
          key: 'end',
          label: words.end,
          cell: ({ rule, text, end }) => `${rule}. ${text ?? words.gone(end)}`,
        },
        opened('judged'),
        opened('raised'),
        opened('lowered'),
        opened('rang-again'),
        opened('safety-unread'),
      ]}
    />
  )
}

type Question = QuestionFigures & { text: string | null }

export function QuestionTable({ rows, place }: { rows: Question[]; place: QualityPlace }) {
  const words = useWords()
  const { answers } = useTriageWords()
  const { number, share } = useQualityTexts()
  const answered = ({ yes, no, unknown }: Question) => yes + no + unknown
  return (
    <TitledTable
      title={words.questions}
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
