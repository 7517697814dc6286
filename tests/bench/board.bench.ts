import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { receiveCall } from '#app/contacts/receive-call.server.ts'
import { inScopeSql, systemDeskScope } from '#app/core/scope.server.ts'
import { uuidV7 } from '#app/core/uuid.server.ts'
import { type BoardEvent, OperatorClient } from '#tests/support/operator-client.ts'
import { type RunningServer, runProcess, runServer } from '#tests/support/running-server.ts'
import { until } from '#tests/support/until.ts'
import { aWholeDesk, fillWaiting, operatorPassword } from './a-desk.ts'
import { withBenchDatabase } from './bench-database.ts'
import { type Bench, type Figure, percentile } from './figure.ts'

const sizes = {
  full: { operators: 60, corporations: 75, waiting: 200, events: 300, gapMs: 400, idleMs: 45_000 },
  quick: { operators: 6, corporations: 3, waiting: 20, events: 10, gapMs: 300, idleMs: 2_000 },
}
type Wanted = (typeof sizes)['full']
const nodes = 2

/** A call rings: how long until it stands on the screens of all operators, over two web processes, and what that asks of the database. */
export const boardBench: Bench = {
  name: 'board',
  run: (size) =>
    withBenchDatabase(async (owner, url) => {
      const wanted = sizes[size]
      const whole = await aWholeDesk(wanted)
      await fillWaiting(owner, whole, wanted.waiting)
      await owner.query('VACUUM ANALYZE')
      const bare = await bareTimes(owner, url, wanted)
      const servers = await Promise.all(Array.from({ length: nodes }, () => runServer()))
      try {
        const screens = await open(
          servers,
          whole.operators.map(({ email }) => email),
        )
        const ring = ringOf(whole)
        const perSecond = await idleQueries(servers, wanted)
        const [before, began] = [await queriesOf(servers), performance.now()]
        const ours = await timesOf(screens, wanted, ring)
        const all = (await queriesOf(servers)) - before
        const idle = (perSecond * (performance.now() - began)) / 1000
        for (const { stop } of screens) stop()
        return [delay({ bare, ours }, wanted), queries({ all, idle }, wanted)]
      } finally {
        await Promise.all(servers.map((server) => server.stop()))
      }
    }),
}

type Screen = { heard: BoardEvent[]; stop(): void }

async function open(servers: RunningServer[], emails: string[]): Promise<Screen[]> {
  return Promise.all(
    emails.map(async (email, nr) => {
      const client = new OperatorClient(servers[nr % servers.length]?.origin ?? '')
      await client.signIn(email, operatorPassword)
      const heard: BoardEvent[] = []
      return { heard, ...(await client.watch((event) => heard.push(event))) }
    }),
  )
}

const queriesOf = async (servers: RunningServer[]) =>
  (await Promise.all(servers.map((server) => server.look()))).reduce((sum, { queries }) => sum + queries, 0)

/** A telephone rings, as the exchange tells it; gives what can be looked for on the board. */
function ringOf({ desk, lines }: Awaited<ReturnType<typeof aWholeDesk>>) {
  return async (nr: number) => {
    const { corporationId = 0, lineId = '' } = lines[nr % lines.length] ?? {}
    const scope = { ...systemDeskScope(desk.id), corporationIds: [corporationId], corporationId }
    const { contactId } = await inScopeSql(scope, (tx) =>
      receiveCall(tx, scope, {
        exchangeId: uuidV7(),
        callId: String(nr),
        lineId,
        phone: `+3161${String(nr).padStart(7, '0')}`,
        isHidden: false,
        startedAt: new Date(),
        answered: null,
        ended: null,
        contactId: null,
      }),
    )
    return contactId
  }
}

/** In ms, of each event to each screen, from the beginning of what brought it. */
async function timesOf(
  screens: Screen[],
  { events, gapMs }: Wanted,
  happen: (nr: number) => Promise<string>,
): Promise<number[]> {
  const times: number[] = []
  for (let nr = 0; nr < events; nr++) {
    for (const { heard } of screens) heard.length = 0
    const started = performance.now()
    const mark = await happen(nr)
    const seen = ({ heard }: Screen) => heard.find(({ name, text }) => name === 'rows' && text.includes(mark))
    await until('all screens have it', () => screens.every(seen), 10_000)
    times.push(...screens.map((screen) => (seen(screen)?.at ?? Number.NaN) - started))
    await sleep(gapMs * Math.random())
  }
  return times
}

/** The same number of screens on as many processes that pass on what the database says, and nothing else. */
async function bareTimes(owner: pg.Client, url: string, wanted: Wanted): Promise<number[]> {
  const servers = await Promise.all(
    Array.from({ length: nodes }, () => runProcess('tests/bench/bare-notify.ts', { BARE_DATABASE_URL: url })),
  )
  try {
    const screens = await Promise.all(
      Array.from({ length: wanted.operators }, async (_, nr) => {
        const heard: BoardEvent[] = []
        const client = new OperatorClient(servers[nr % nodes]?.origin ?? '')
        return { heard, ...(await client.watch((event) => heard.push(event))) }
      }),
    )
    const times = await timesOf(screens, wanted, async (nr) => {
      await owner.query("SELECT pg_notify('bare', $1)", [`{"mark":"mark-${nr}."}`])
      return `mark-${nr}.`
    })
    for (const { stop } of screens) stop()
    return times
  } finally {
    await Promise.all(servers.map((server) => server.stop()))
  }
}

function delay({ bare, ours }: { bare: number[]; ours: number[] }, { operators }: Wanted): Figure {
  const [value, floor] = [percentile(ours, 99), percentile(bare, 99)]
  return {
    name: `a call that rings, to ${operators} screens over ${nodes} web processes, p99`,
    value,
    unit: 'ms',
    floor,
    floorIs: 'a bare NOTIFY written to as many sockets by as many processes',
    ratio: value / floor,
    bar: '≤ 250 ms',
    isWithin: value <= 250,
    checked: `p50 ${percentile(ours, 50).toFixed(0)} (floor ${percentile(bare, 50).toFixed(0)}), p95 ${percentile(ours, 95).toFixed(0)} ms, of ${ours.length}`,
  }
}

/** What the screens of the desk ask a second while nothing happens: whether they are still signed in, and who is there. */
async function idleQueries(servers: RunningServer[], { idleMs }: Wanted): Promise<number> {
  const before = await queriesOf(servers)
  await sleep(idleMs)
  return ((await queriesOf(servers)) - before) / (idleMs / 1000)
}

// What one question of a board is made of: it begins, asks and ends.
const statementsEach = 3

function queries({ all, idle }: { all: number; idle: number }, { events }: Wanted): Figure {
  const value = Math.max(0, all - idle) / statementsEach / events
  return {
    name: 'questions to the database a call that rings, of all web processes together',
    value,
    unit: 'count',
    floor: nodes,
    floorIs: 'one of each web process',
    ratio: value / nodes,
    bar: 'as many as web processes',
    isWithin: value <= nodes * 1.1,
    checked: `${all} statements for ${events} calls, of which ${idle.toFixed(0)} as many as when nothing happens`,
  }
}
