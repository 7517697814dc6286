import { useId } from 'react'
import { labelledDays, niceTicks, stack } from '#app/ui/chart-scale.ts'
import { type CivilDate, dateWords, numberText } from '#app/ui/format.ts'
import { useLanguage } from '#app/ui/language.tsx'

export type ChartDay = { on: CivilDate; values: number[] }
export type PlotProps = {
  title: string
  description: string
  kind: 'bars' | 'lines'
  days: ChartDay[]
  plan?: (number | null)[]
}

export const fills = ['fill-chart-1', 'fill-chart-2', 'fill-chart-3', 'fill-chart-4', 'fill-chart-5']
export const strokes = ['stroke-chart-1', 'stroke-chart-2', 'stroke-chart-3', 'stroke-chart-4', 'stroke-chart-5']

export const dashes = ['', '7 4', '2 4', '10 3 2 3']

const height = 200
const room = { above: 10, below: 28 }

/** Across goes in percentages and down in pixels, so that the words keep their size at every width. */
export function Plot({ title, description, kind, days, plan }: PlotProps) {
  const id = useId()
  const tops = days.map(({ values }) =>
    kind === 'bars' ? values.reduce((sum, value) => sum + value, 0) : Math.max(0, ...values),
  )
  const ticks = niceTicks(Math.max(0, ...tops, ...(plan ?? []).map((value) => value ?? 0)))
  const highest = ticks.at(-1) ?? 1
  const y = (value: number) => room.above + height * (1 - value / highest)
  const x = (index: number) => ((index + 0.5) / days.length) * 100
  return (
    <div className="flex">
      <ValueAxis ticks={ticks} y={y} />
      <svg
        role="img"
        aria-labelledby={`${id}-title ${id}-desc`}
        className="min-w-0 flex-1 overflow-visible"
        height={height + room.above + room.below}
      >
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-desc`}>{description}</desc>
        {ticks.map((tick) => (
          <line
            key={tick}
            x1="0"
            x2="100%"
            y1={y(tick)}
            y2={y(tick)}
            className={tick === 0 ? 'stroke-line-strong' : 'stroke-line'}
          />
        ))}
        {kind === 'bars' ? <Bars days={days} y={y} /> : <Lines days={days} x={x} y={y} />}
        {plan && <Path values={plan} x={x} y={y} className="stroke-ink" dash="2 5" />}
        <DayAxis days={days} x={x} />
      </svg>
    </div>
  )
}

type Scales = { x: (index: number) => number; y: (value: number) => number }

function ValueAxis({ ticks, y }: { ticks: number[] } & Pick<Scales, 'y'>) {
  const language = useLanguage()
  const labels = ticks.map((tick) => ({ tick, text: numberText(tick, language) }))
  const widest = Math.max(...labels.map(({ text }) => text.length))
  const width = 12 + widest * 9
  return (
    <svg aria-hidden="true" width={width} height={height + room.above + room.below} className="shrink-0 fill-ink-soft">
      {labels.map(({ tick, text }) => (
        <text key={tick} x={width - 8} y={y(tick) + 5} textAnchor="end" className="tabular text-xs">
          {text}
        </text>
      ))}
    </svg>
  )
}

/** Every second series is hatched, so that they also differ in print and without colour. */
function Bars({ days, y }: { days: ChartDay[] } & Pick<Scales, 'y'>) {
  const hatch = `hatch${useId().replaceAll(':', '')}`
  const slot = 100 / days.length
  return (
    <>
      <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <line x1="0" y1="0" x2="0" y2="6" strokeWidth="3" className="stroke-surface" />
      </pattern>
      {days.map(({ on, values }, day) =>
        stack(values).map(({ from, to }, series) => {
          const position = {
            x: `${day * slot + slot * 0.15}%`,
            width: `${slot * 0.7}%`,
            y: y(to),
            height: Math.max(0, y(from) - y(to) - (from > 0 ? 1.5 : 0)),
          }
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a series has no name but its place
            <g key={`${on}-${series}`}>
              <rect {...position} className={fills[series]} />
              {series % 2 === 1 && <rect {...position} fill={`url(#${hatch})`} />}
            </g>
          )
        }),
      )}
    </>
  )
}

function Lines({ days, x, y }: { days: ChartDay[] } & Scales) {
  const count = days[0]?.values.length ?? 0
  const series = Array.from({ length: count }, (_, index) => days.map(({ values }) => values[index] ?? 0))
  return series.map((values, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a series has no name but its place
    <Path key={index} values={values} x={x} y={y} className={strokes[index]} dash={dashes[index % 4]} />
  ))
}

type PathProps = Scales & { values: (number | null)[]; className?: string; dash?: string }

/** In pieces, because a path knows no percentages; broken where there is no value. A day that stands alone is a dot. */
function Path({ values, x, y, className, dash }: PathProps) {
  const only = values[0] ?? null
  if (values.length === 1 && only !== null)
    return <circle cx={`${x(0)}%`} cy={y(only)} r="4" strokeWidth="2.5" className={`fill-surface ${className ?? ''}`} />
  return values.slice(1).map((value, index) => {
    const before = values[index] ?? null
    if (value === null || before === null) return null
    return (
      <line
        // biome-ignore lint/suspicious/noArrayIndexKey: a point is its day
        key={index}
        x1={`${x(index)}%`}
        y1={y(before)}
        x2={`${x(index + 1)}%`}
        y2={y(value)}
        strokeWidth="2.5"
        strokeLinecap="round"
        strokeDasharray={dash}
        className={className}
      />
    )
  })
}

function DayAxis({ days, x }: { days: ChartDay[] } & Pick<Scales, 'x'>) {
  const language = useLanguage()
  const last = days.at(-1)?.on ?? ''
  return labelledDays(days.length, 8).map((day, index) => (
    <text
      key={days[day]?.on}
      x={`${x(day)}%`}
      y={height + room.above + 20}
      textAnchor="middle"
      className={`tabular fill-ink-soft text-xs ${index % 2 === 1 ? '@max-lg:hidden' : ''}`}
    >
      {dateWords(days[day]?.on ?? last, last, { language, length: 'short' })}
    </text>
  ))
}
