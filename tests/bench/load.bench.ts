import { setTimeout as sleep } from 'node:timers/promises'
import { HttpCaller, type Kind, type Seen } from '#tests/support/http-caller.ts'
import { type Looked, type RunningServer, runServer } from '#tests/support/running-server.ts'
import { withBenchDatabase } from './bench-database.ts'
import { type Bench, type Figure, median, percentile } from './figure.ts'
import { aRound, password, whatBecame } from './load-round.ts'

const sizes = {
  full: { callers: 60, seconds: 180, homes: 4_000, thinkMs: 2_000 },
  quick: { callers: 6, seconds: 10, homes: 200, thinkMs: 200 },
}

const kinds: Record<Kind, string> = {
  'sign-in': 'sign in, all at once',
  'next-call': 'next call, all at once',
  'call-page': 'the work screen, its HTML',
  autosave: 'autosave',
  save: 'save, with the next call',
}
// Round trips to the database. More than these and something is asked for each row.
const mostQueries: Record<Kind, number> = { 'sign-in': 25, 'next-call': 14, 'call-page': 30, autosave: 16, save: 26 }
const mostGrowth = 1.5
const lookEveryMs = 2_000

/** Sixty callers over real HTTP, the server in a process of its own: sign in, take a home, autosave, save, take the next. */
export const loadBench: Bench = {
  name: 'load',
  run: (size) =>
    withBenchDatabase(async (owner) => {
      const { callers, homes, seconds, thinkMs } = sizes[size]
      const emails = await aRound(owner, { homes, callers: callers + 1 })
      const server = await runServer()
      try {
        const asked = await queriesOf(server, emails.pop() ?? '')
        const load = await underLoad(server, { emails, seconds, thinkMs })
        const became = await whatBecame(owner, [...asked.saved, ...load.saved])
        return [
          ...times(load.seen, load.floor),
          truth({ ...became, saved: asked.saved.length + load.saved.length }, load.seen),
          ...queryFigures(asked.queries),
          memory(load.looked),
        ]
      } finally {
        await server.stop()
      }
    }),
}

/** What one caller's second round of each request asks of the database, when nobody else asks anything. */
async function queriesOf(server: RunningServer, email: string) {
  const queries = new Map<Kind, number>()
  let waiting: Promise<unknown> = Promise.resolve()
  let before = (await server.look()).queries
  const count = async ({ kind }: Seen) => {
    const { queries: now } = await server.look()
    queries.set(kind, now - before)
    before = now
  }
  const caller = new HttpCaller(server.origin, (seen) => {
    waiting = waiting.then(() => count(seen))
  })
  await caller.signIn(email, password)
  await waiting
  let path = await caller.takeNext()
  await waiting
  for (let round = 0; round < 2 && path; round++) {
    path = await caller.finish(path, { thinkMs: 300, note: 'Ging goed.' })
    await waiting
  }
  return { queries, saved: caller.saved }
}

type Load = { seen: Seen[]; floor: number[]; saved: string[]; looked: Looked[] }
type Plan = { emails: string[]; seconds: number; thinkMs: number }

async function underLoad(server: RunningServer, { emails, seconds, thinkMs }: Plan): Promise<Load> {
  const load: Load = { seen: [], floor: [], saved: [], looked: [] }
  const callers = emails.map(() => new HttpCaller(server.origin, (seen) => load.seen.push(seen)))
  await Promise.all(callers.map((caller, nr) => caller.signIn(emails[nr] ?? '', password)))
  const endsAt = Date.now() + seconds * 1_000
  const watching = watch(server, load, endsAt)
  await Promise.all(
    callers.map(async (caller) => {
      let path = await caller.takeNext()
      while (path && Date.now() < endsAt)
        path = await caller.finish(path, {
          thinkMs: thinkMs * (0.5 + Math.random()),
          note: 'Ging goed, wil graag een kaart.',
        })
    }),
  )
  await watching
  load.saved.push(...callers.flatMap(({ saved }) => saved))
  return load
}

/** Meanwhile: what the smallest answer of the same server takes, and its memory. */
async function watch(server: RunningServer, load: Load, endsAt: number) {
  while (Date.now() < endsAt) {
    const started = performance.now()
    await (await fetch(`${server.origin}/health/live`)).text()
    load.floor.push(performance.now() - started)
    load.looked.push(await server.look())
    await sleep(Math.min(lookEveryMs, Math.max(0, endsAt - Date.now())))
  }
}

function times(seen: Seen[], floor: number[]): Figure[] {
  const smallest = percentile(floor, 95)
  return (Object.keys(kinds) as Kind[]).map((kind) => {
    const ms = seen.filter((one) => one.kind === kind).map((one) => one.ms)
    const [p50, p95, p99] = [50, 95, 99].map((p) => percentile(ms, p)) as [number, number, number]
    return {
      name: `${kinds[kind]}, p95`,
      value: p95,
      unit: 'ms',
      floor: smallest,
      floorIs: 'p95 of /health/live of the same server meanwhile',
      ratio: p95 / smallest,
      bar: 'reported',
      isWithin: ms.length > 0,
      checked: `${ms.length} answers; p50 ${p50.toFixed(0)}, p99 ${p99.toFixed(0)} ms`,
    }
  })
}

type Became = { attempts: number; doubles: number; lost: number; saved: number }

function truth({ attempts, doubles, lost, saved }: Became, seen: Seen[]): Figure {
  const waits = seen.filter(({ status }) => status === 503 || status === 429).length
  const errors = seen.filter(({ status }) => status === 0 || (status >= 500 && status !== 503)).length
  return plain('saves that were lost, doubled or met an error', doubles + lost + errors, {
    bar: '0',
    isWithin: doubles + lost + errors === 0 && saved > 0 && attempts === saved,
    checked: `${saved} answered, ${attempts} attempts; ${lost} lost, ${doubles} double, ${errors} errors; told to wait ${waits} times`,
  })
}

function queryFigures(queries: Map<Kind, number>): Figure[] {
  return (Object.keys(kinds) as Kind[]).map((kind) => {
    const asked = queries.get(kind) ?? Number.NaN
    return plain(`queries of ${kind}`, asked, {
      bar: `≤ ${mostQueries[kind]}`,
      isWithin: asked <= mostQueries[kind],
      checked: 'round trips to the database, one caller alone',
    })
  })
}

/** The heap of the last quarter beside that of the second: the first is still filling what is kept on purpose. */
function memory(looked: Looked[]): Figure {
  const quarter = (nr: number) => looked.slice((nr * looked.length) / 4, ((nr + 1) * looked.length) / 4)
  const heap = (part: Looked[]) => median(part.map((one) => one.heap / 1e6))
  const [second, last] = [heap(quarter(1)), heap(quarter(3))]
  const rss = Math.max(...looked.map((one) => one.rss / 1e6))
  return {
    name: 'heap of the server, last quarter of the time',
    value: last,
    unit: 'MB',
    floor: second,
    floorIs: 'the second quarter',
    ratio: last / second,
    bar: `≤ ${mostGrowth} × second quarter`,
    isWithin: last / second <= mostGrowth,
    checked: `largest RSS ${rss.toFixed(0)} MB`,
  }
}

const plain = (name: string, value: number, rest: Pick<Figure, 'bar' | 'isWithin' | 'checked'>): Figure => ({
  name,
  value,
  unit: 'count',
  floor: null,
  floorIs: null,
  ratio: null,
  ...rest,
})
