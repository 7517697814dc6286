import { availableParallelism } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { hashPassword, isPassword } from '#app/accounts/passwords.server.ts'
import { HttpCaller, type Kind, type Seen } from '#tests/support/http-caller.ts'
import { type Looked, type RunningServer, runServer } from '#tests/support/running-server.ts'
import { withBenchDatabase } from './bench-database.ts'
import { type Bench, type Figure, median, percentile } from './figure.ts'
import { aRound, password, whatBecame } from './load-round.ts'

const sizes = {
  full: { callers: 60, seconds: 180, homes: 4_000, thinkMs: 2_000 },
  quick: { callers: 6, seconds: 10, homes: 200, thinkMs: 200 },
}

type Asked = Exclude<Kind, 'sign-in' | 'call-page'>
const kinds: Record<Asked, string> = {
  'next-call': 'next call, all at once',
  autosave: 'autosave',
  save: 'save, with the next call',
}
// Round trips to the database. More than these and something is asked for each row.
const mostQueries: Record<Kind, number> = { 'sign-in': 18, 'next-call': 11, 'call-page': 28, autosave: 16, save: 26 }
const mostGrowth = 1.5
/** Beside the hashes alone: the server also asks the database, whose processors are the same ones. */
const mostSignIn = 2.5
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
          signInFigure(load.signIn, load.seen),
          ...times(load, callers),
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

/** In ms: of all together, of each from the first try until they were in, and of as many hashes with nothing else to do. */
type SignIn = { all: number; each: number[]; hashes: number }
type Load = { seen: Seen[]; floor: number[]; saved: string[]; looked: Looked[]; signIn: SignIn }
type Plan = { emails: string[]; seconds: number; thinkMs: number }

async function underLoad(server: RunningServer, { emails, seconds, thinkMs }: Plan): Promise<Load> {
  const load: Load = { seen: [], floor: [], saved: [], looked: [], signIn: { all: 0, each: [], hashes: 0 } }
  const callers = emails.map(() => new HttpCaller(server.origin, (seen) => load.seen.push(seen)))
  load.signIn = await signInAll(callers, emails)
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

async function signInAll(callers: HttpCaller[], emails: string[]): Promise<SignIn> {
  const before = await hashesOf(callers.length)
  const started = performance.now()
  const each = await Promise.all(
    callers.map(async (caller, nr) => {
      await caller.signIn(emails[nr] ?? '', password)
      return performance.now() - started
    }),
  )
  return { all: Math.max(...each), each, hashes: (before + (await hashesOf(callers.length))) / 2 }
}

/** What so many passwords take at the very least, as many at once as there are processors; from a third of them. */
async function hashesOf(people: number) {
  const passwordHash = await hashPassword(password)
  const [lines, turns] = [availableParallelism(), Math.ceil(people / 3 / availableParallelism())]
  const started = performance.now()
  const line = async () => {
    for (let turn = 0; turn < turns; turn++) await isPassword(password, passwordHash)
  }
  await Promise.all(Array.from({ length: lines }, line))
  return ((performance.now() - started) * people) / (lines * turns)
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

function signInFigure({ all, each, hashes }: SignIn, seen: Seen[]): Figure {
  const refused = seen.filter(({ kind, status }) => kind === 'sign-in' && status !== 302).length
  const [p50, p95, p99] = [50, 95, 99].map((p) => percentile(each, p).toFixed(0))
  return {
    name: `sign in of ${each.length} at once, until the last is in`,
    value: all,
    unit: 'ms',
    floor: hashes,
    floorIs: 'as many hashes alone, one on each processor, before and after',
    ratio: all / hashes,
    bar: `≤ ${mostSignIn} × floor`,
    isWithin: all / hashes <= mostSignIn && refused === 0,
    checked: `p50 ${p50}, p95 ${p95}, p99 ${p99} ms until they were in; told to wait ${refused} times`,
  }
}

/** The first screen of all, which they ask for at once, apart from those that follow. */
function times({ seen, floor }: Load, callers: number): Figure[] {
  const smallest = percentile(floor, 95)
  const answers = (kind: Kind) => seen.filter((one) => one.kind === kind).map(({ ms }) => ms)
  const screens = answers('call-page')
  const named: [string, number[]][] = [
    ...(Object.keys(kinds) as Asked[]).map((kind): [string, number[]] => [kinds[kind], answers(kind)]),
    ['the first work screen, all at once', screens.slice(0, callers)],
    ['the work screens after that', screens.slice(callers)],
  ]
  return named.map(([name, ms]) => {
    const [p50, p95, p99] = [50, 95, 99].map((p) => percentile(ms, p)) as [number, number, number]
    return {
      name: `${name}, p95`,
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
  return (Object.keys(mostQueries) as Kind[]).map((kind) => {
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
