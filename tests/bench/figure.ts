/** One measured thing beside its floor from the same run. `value` and `floor` in `unit`; `ratio` is what the bar is about, unless it is null. */
export type Figure = {
  name: string
  value: number
  unit: 's' | 'ms' | 'MB' | 'KB' | 'per s' | 'count'
  floor: number | null
  floorIs: string | null
  ratio: number | null
  bar: string
  isWithin: boolean
  /** What was checked while measuring. */
  checked: string
}

export type Bench = { name: string; run(size: Size): Promise<Figure[]> }
/** `full` is what the bars are about; `quick` only shows that everything runs. */
export type Size = 'full' | 'quick'

/** The p-th percentile of measurements; `values` need not be sorted. */
export function percentile(values: number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil((p / 100) * sorted.length) - 1)] ?? Number.NaN
}

export const median = (values: number[]) => percentile(values, 50)

export function printTable(figures: Figure[]) {
  const round = (value: number | null) => (value === null ? '–' : value >= 100 ? value.toFixed(0) : value.toFixed(2))
  const rows = figures.map((figure) => [
    figure.isWithin ? 'within' : 'OUTSIDE',
    figure.name,
    `${round(figure.value)} ${figure.unit}`,
    figure.floor === null ? '–' : `${round(figure.floor)} ${figure.unit}`,
    round(figure.ratio),
    figure.bar,
    figure.checked,
  ])
  const header = ['bar', 'what', 'measured', 'floor', 'ratio', 'should be', 'checked in the same run']
  const widths = header.map((title, at) => Math.max(title.length, ...rows.map((row) => row[at]?.length ?? 0)))
  for (const row of [header, widths.map((width) => '-'.repeat(width)), ...rows]) {
    console.log(
      row
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
  }
}
