import { type ChartDay, dashes, fills, Plot, type PlotProps, strokes } from '#app/ui/chart-plot.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { dateText, numberText } from '#app/ui/format.ts'
import { type Language, useLanguage } from '#app/ui/language.tsx'
import { Table } from '#app/ui/table.tsx'
import type { Column } from '#app/ui/table-props.ts'
import { useWords } from './words.ts'

type ChartProps = Omit<PlotProps, 'plan'> & {
  /** The names of the values of each day, at most five, in the order they are stacked. */
  series: string[]
  /** What was meant to be, as a dotted line. */
  plan?: { name: string; values: (number | null)[] }
  /** When what stands above it already says so. */
  isCaptionHidden?: boolean
}

/** Days side by side, drawn on the server, with the figures behind it. `description` says in a sentence what it shows. */
export function Chart({ series, plan, isCaptionHidden, ...plot }: ChartProps) {
  const words = useWords()
  const language = useLanguage()
  return (
    <figure className="@container flex min-w-0 flex-col gap-3">
      <figcaption className={isCaptionHidden ? 'sr-only' : ''}>
        <p className="font-bold">{plot.title}</p>
        <p className="text-ink-soft">{plot.description}</p>
      </figcaption>
      <Legend series={series} plan={plan?.name} kind={plot.kind} />
      <Plot {...plot} plan={plan?.values} />
      <Disclosure label={words.tableBehind}>
        <Table
          isCompact
          caption={plot.title}
          isCaptionHidden
          rows={plot.days.map((day, index) => ({ ...day, plan: plan?.values[index] ?? null }))}
          rowKey={({ on }) => on}
          columns={columnsOf(series, plan?.name, { day: words.day, language })}
        />
      </Disclosure>
    </figure>
  )
}

type TableDay = ChartDay & { plan: number | null }

function columnsOf(
  series: string[],
  plan: string | undefined,
  { day, language }: { day: string; language: Language },
): Column<TableDay>[] {
  const figures = series.map((label, index) => ({
    key: label,
    label,
    isNumeric: true,
    cell: ({ values }: TableDay) => numberText(values[index] ?? 0, language),
  }))
  const first = { key: 'day', label: day, cell: ({ on }: TableDay) => dateText(on) }
  if (!plan) return [first, ...figures]
  const planned = {
    key: 'plan',
    label: plan,
    isNumeric: true,
    cell: (row: TableDay) => (row.plan === null ? '–' : numberText(row.plan, language)),
  }
  return [first, ...figures, planned]
}

function Legend({ series, plan, kind }: { series: string[]; plan?: string; kind: 'bars' | 'lines' }) {
  return (
    <ul className="flex flex-wrap gap-x-6 gap-y-1 text-sm">
      {series.map((name, index) => (
        <li key={name} className="flex items-center gap-2">
          {kind === 'bars' ? <Swatch index={index} /> : <Dash className={strokes[index]} dash={dashes[index % 4]} />}
          {name}
        </li>
      ))}
      {plan && (
        <li className="flex items-center gap-2">
          <Dash className="stroke-ink" dash="2 5" />
          {plan}
        </li>
      )}
    </ul>
  )
}

const Swatch = ({ index }: { index: number }) => (
  <svg aria-hidden="true" width="16" height="16">
    <rect width="16" height="16" className={fills[index]} />
    {index % 2 === 1 && <path d="M0 10L10 0M6 16L16 6" strokeWidth="3" className="stroke-surface" />}
  </svg>
)

const Dash = ({ className, dash }: { className?: string; dash?: string }) => (
  <svg aria-hidden="true" width="24" height="16">
    <line
      x1="2"
      x2="22"
      y1="8"
      y2="8"
      strokeWidth="2.5"
      strokeLinecap="round"
      strokeDasharray={dash}
      className={className}
    />
  </svg>
)
