import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { ImportCounts } from '#app/tenant-lists/import-counts.ts'
import type { ImportAnswer } from '#app/tenant-lists/import-tenant-list.server.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { withBenchDatabase, writtenOut } from './bench-database.ts'
import type { Bench, Figure, Size } from './figure.ts'
import { importFloor } from './import-floor.ts'
import { type Truth, truthOf } from './list-truth.ts'
import { writeNextWeek } from './next-week.ts'

const today = '2026-11-22'
const run = promisify(execFile)

export type ImportMeasure = {
  rows: number
  /** Seconds of check and apply together; the best of the campaigns, as is the floor. */
  seconds: number
  floorSeconds: number
  nextWeekSeconds: number
  peakMegabytes: number
  /** Null when every count is what the truth file says, else what differs. */
  difference: string | null
}

/** Brings in a generated list of the itris dialect and next week's, each time in a process of its own, beside the floor. */
export async function measureImport({
  rows,
  url,
  rounds = 3,
}: {
  rows: number
  url: string
  rounds?: number
}): Promise<ImportMeasure> {
  const dir = mkdtempSync(join(tmpdir(), 'rondbel-import-'))
  try {
    const [path, next] = [join(dir, 'list.csv'), join(dir, 'next.csv')]
    await run(process.execPath, [
      'tests/support/tenant-list.mjs',
      '--rows',
      String(rows),
      '--today',
      today,
      '--out',
      path,
    ])
    const truth = await truthOf(path)
    const { changed } = writeNextWeek(path, next, 50)
    const measure: ImportMeasure = {
      rows,
      seconds: Infinity,
      floorSeconds: Infinity,
      nextWeekSeconds: Infinity,
      peakMegabytes: 0,
      difference: null,
    }
    for (let round = 0; round < rounds; round++) {
      await writtenOut(url)
      const floor = await importFloor(url, path)
      const { id } = await aCorporation()
      await writtenOut(url)
      const first = await once(path, id)
      await writtenOut(url)
      const second = await once(next, id)
      measure.floorSeconds = Math.min(measure.floorSeconds, floor.seconds)
      measure.seconds = Math.min(measure.seconds, first.seconds)
      measure.nextWeekSeconds = Math.min(measure.nextWeekSeconds, second.seconds)
      measure.peakMegabytes = Math.max(measure.peakMegabytes, first.peakMegabytes, second.peakMegabytes)
      measure.difference ??= differenceOf(first.counts, truth) ?? weekDifference(second.counts, truth, changed)
    }
    return measure
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

type Once = { seconds: number; peakMegabytes: number; answer: ImportAnswer }

async function once(
  path: string,
  corporationId: number,
): Promise<{ seconds: number; peakMegabytes: number; counts: ImportCounts }> {
  const program = join(import.meta.dirname, 'import-once.ts')
  const { stdout } = await run(
    process.execPath,
    ['--import', 'tsx', program, JSON.stringify({ path, corporationId, today })],
    { maxBuffer: 16 * 1024 * 1024 },
  )
  const { seconds, peakMegabytes, answer } = JSON.parse(stdout) as Once
  if (!answer.ok) throw new Error(`The list was refused: ${answer.refusal.reason}`)
  return { seconds, peakMegabytes, counts: answer.counts }
}

function differenceOf(
  counts: ImportCounts,
  { rows, distinctTenants, duplicateRows, homes, rejected, warned }: Truth,
): string | null {
  const found = {
    rows: counts.rows,
    distinctTenants: counts.new,
    duplicateRows: counts.duplicate,
    homes: counts.homes,
    rejected: sorted(counts.rejected),
    warned: sorted(counts.warned),
  }
  const meant = { rows, distinctTenants, duplicateRows, homes, rejected: sorted(rejected), warned: sorted(warned) }
  return JSON.stringify(found) === JSON.stringify(meant)
    ? null
    : `${JSON.stringify(found)} instead of ${JSON.stringify(meant)}`
}

function weekDifference(counts: ImportCounts, { distinctTenants }: Truth, changed: number): string | null {
  const isRight =
    counts.new === 0 &&
    counts.gone === 0 &&
    counts.changed === changed &&
    counts.changed + counts.unchanged === distinctTenants
  return isRight ? null : `next week ${counts.changed} changed instead of ${changed}`
}

const sorted = (bag: Record<string, number>) =>
  Object.fromEntries(Object.entries(bag).sort(([a], [b]) => a.localeCompare(b)))

const mostMegabytes = 300
const sizes: Record<Size, { timed: number; others: number[] }> = {
  full: { timed: 250_000, others: [50_000, 1_000_000] },
  quick: { timed: 5_000, others: [10_000] },
}

/** Bringing in a list, next week's list, and the memory of both at three sizes. */
export const importBench: Bench = {
  name: 'import',
  run: (size) =>
    withBenchDatabase(async (_owner, url) => {
      const { timed, others } = sizes[size]
      const main = await measureImport({ rows: timed, url })
      const rest: ImportMeasure[] = []
      for (const rows of others) rest.push(await measureImport({ rows, url, rounds: 1 }))
      return [timeFigure(main), nextWeekFigure(main), memoryFigure([main, ...rest])]
    }),
}

const checked = ({ difference }: ImportMeasure) => difference ?? 'every count as the truth file says'

function timeFigure(main: ImportMeasure): Figure {
  const ratio = main.seconds / main.floorSeconds
  return {
    name: `import a list of ${main.rows} rows`,
    value: main.seconds,
    unit: 's',
    floor: main.floorSeconds,
    floorIs: 'csv-parse into COPY, then INSERT … SELECT into tables with the same columns and indexes, no checks',
    ratio,
    bar: '≤ 2.0 × floor',
    isWithin: ratio <= 2 && main.difference === null,
    checked: checked(main),
  }
}

function nextWeekFigure(main: ImportMeasure): Figure {
  const ratio = main.nextWeekSeconds / main.seconds
  return {
    name: "import next week's list, 2 % changed",
    value: main.nextWeekSeconds,
    unit: 's',
    floor: main.seconds,
    floorIs: 'the first import',
    ratio,
    bar: '≤ 0.6 × the first',
    isWithin: ratio <= 0.6 && main.difference === null,
    checked: checked(main),
  }
}

function memoryFigure(measures: ImportMeasure[]): Figure {
  const peak = Math.max(...measures.map(({ peakMegabytes }) => peakMegabytes))
  const wrong = measures.find(({ difference }) => difference !== null)
  return {
    name: `peak memory of that, at ${measures
      .map(({ rows }) => rows)
      .sort((a, b) => a - b)
      .join(', ')} rows`,
    value: peak,
    unit: 'MB',
    floor: null,
    floorIs: null,
    ratio: null,
    bar: `≤ ${mostMegabytes} MB`,
    isWithin: peak <= mostMegabytes && !wrong,
    checked: wrong
      ? checked(wrong)
      : measures.map(({ rows, peakMegabytes }) => `${rows}: ${peakMegabytes.toFixed(0)} MB`).join(', '),
  }
}
