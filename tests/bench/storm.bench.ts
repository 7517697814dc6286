import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { systemDeskScope } from '#app/core/scope.server.ts'
import { planCalls } from '#app/exchanges/simulate/plan-calls.ts'
import { playCalls } from '#app/exchanges/simulate/play-calls.server.ts'
import { setStage } from '#app/exchanges/simulate/set-stage.server.ts'
import { type BoardEvent, OperatorClient } from '#tests/support/operator-client.ts'
import { runServer } from '#tests/support/running-server.ts'
import { aWholeDesk, operatorPassword } from './a-desk.ts'
import { withBenchDatabase } from './bench-database.ts'
import { type Bench, type Figure, percentile } from './figure.ts'

const sizes = {
  full: { operators: 60, corporations: 75, callsPerHour: 2_000, minutes: 4, talkMs: 40_000 },
  quick: { operators: 6, corporations: 3, callsPerHour: 1_200, minutes: 0.2, talkMs: 1_000 },
}
type Wanted = (typeof sizes)['full']
const nodes = 2
const pingMs = 15_000

type Seen = { delays: number[]; next: number[]; saves: number[]; saved: string[]; refused: number }

/** A storm: calls by signed webhooks, and operators who take, write down and save them over two web processes. */
export const stormBench: Bench = {
  name: 'storm',
  run: (size) =>
    withBenchDatabase(async (owner) => {
      const wanted = sizes[size]
      const { desk, operators, lines } = await aWholeDesk(wanted)
      const servers = await Promise.all(Array.from({ length: nodes }, () => runServer()))
      const origins = servers.map(({ origin }) => origin)
      try {
        const scope = { ...systemDeskScope(desk.id), corporationIds: lines.map(({ corporationId }) => corporationId) }
        const stage = await setStage(scope, new URL(origins[0] ?? ''))
        if (!stage) throw new Error('No line of the desk can be rung.')
        const seen: Seen = { delays: [], next: [], saves: [], saved: [], refused: 0 }
        const end = new AbortController()
        const working = operators.map(({ email }, nr) =>
          work({ origin: origins[nr % nodes] ?? '', email, end: end.signal, wanted }, seen),
        )
        // Told in time: how late a screen is says nothing of an exchange that was late.
        const whole = planCalls({
          callsPerHour: wanted.callsPerHour,
          minutes: wanted.minutes,
          storm: false,
          seed: 20_261_127,
        })
        const plan = whole.filter(({ happenedMs }) => happenedMs <= wanted.minutes * 60_000)
        const phones = plan.map(({ caller }) => `+3161${String(Math.floor(caller * 10_000_000)).padStart(7, '0')}`)
        const played = await playCalls(
          plan.map((message) => ({ ...message, afterMs: message.happenedMs })),
          { ...stage, phones },
        )
        end.abort()
        await Promise.all(working)
        const calls = new Set(plan.map(({ call }) => call)).size
        return [
          delay(seen, wanted),
          truth({ seen, calls, kept: played.kept, sent: played.sent, ...(await whatBecame(owner, seen.saved)) }),
        ]
      } finally {
        await Promise.all(servers.map((server) => server.stop()))
      }
    }),
}

type Operator = { origin: string; email: string; end: AbortSignal; wanted: Wanted }

async function work({ origin, email, end, wanted }: Operator, seen: Seen) {
  const client = new OperatorClient(origin)
  await client.signIn(email, operatorPassword)
  const known = new Set<string>()
  const screen = await client.watch((event) => noteDelays(event, known, seen))
  await client.post('/queue/presence', { state: 'free' })
  while (!end.aborted) {
    const started = performance.now()
    const answer = await client.post<{ ok: boolean; contactId: string; fence: number }>('/queue/next')
    seen.next.push(performance.now() - started)
    if (answer.ok) await writeUp(client, { ...answer, talkMs: wanted.talkMs * (0.5 + Math.random()), end }, seen)
    else await sleep(1_000)
  }
  screen.stop()
}

type Row = { id: string; state: string; arrivedAt: string }

/** From the moment the telephone rang until it stood on this screen. */
function noteDelays({ name, text }: BoardEvent, known: Set<string>, seen: Seen) {
  if (name !== 'rows' && name !== 'snapshot') return
  for (const { id, state, arrivedAt } of (JSON.parse(text) as { rows: Row[] }).rows) {
    if (known.has(id)) continue
    known.add(id)
    if (name === 'rows' && state === 'waiting') seen.delays.push(Date.now() - Date.parse(arrivedAt))
  }
}

type Held = { contactId: string; fence: number; talkMs: number; end: AbortSignal }

async function writeUp(client: OperatorClient, { contactId, fence, talkMs, end }: Held, seen: Seen) {
  const held = { contactId, fence: String(fence) }
  const typed = { key: randomUUID(), fence: String(fence), notes: 'Water in de gang, de hoofdkraan is dicht.' }
  for (let left = talkMs; left > 0 && !end.aborted; left -= pingMs) {
    await client.post('/queue/ping', held)
    await client.post(`/contacts/${contactId}/draft`, typed)
    await sleep(Math.min(left, pingMs))
  }
  const started = performance.now()
  const answer = await client
    .post<{ ok: boolean }>(`/contacts/${contactId}/record`, { ...typed, result: 'solved', afterwards: 'stop' })
    .catch(() => null)
  seen.saves.push(performance.now() - started)
  if (answer?.ok) seen.saved.push(contactId)
  else seen.refused++
}

function delay({ delays, next, saves }: Seen, { operators, callsPerHour, minutes }: Wanted): Figure {
  const value = percentile(delays, 99)
  const of = (times: number[]) => [50, 95, 99].map((p) => percentile(times, p).toFixed(0)).join(' / ')
  return {
    name: `${callsPerHour} calls an hour for ${minutes} min, ${operators} operators: from ringing to each screen, p99`,
    value,
    unit: 'ms',
    floor: null,
    floorIs: null,
    ratio: null,
    bar: '≤ 250 ms',
    isWithin: value <= 250,
    checked: `p50/p95/p99 ${of(delays)} ms of ${delays.length}; next contact ${of(next)} ms of ${next.length}; save ${of(saves)} ms of ${saves.length}`,
  }
}

type Became = { contacts: number; closed: number; lost: number; nowhere: number }

async function whatBecame(owner: pg.Client, saved: string[]): Promise<Became> {
  const { rows } = await owner.query<Became>(
    `SELECT (SELECT count(*)::int FROM desk_contact) AS contacts,
      (SELECT count(*)::int FROM desk_contact WHERE outcome = 'solved') AS closed,
      (SELECT count(*)::int FROM unnest($1::uuid[]) AS said (id) WHERE NOT EXISTS
        (SELECT FROM desk_contact g WHERE g.id = said.id AND g.state = 'closed' AND g.outcome = 'solved')) AS lost,
      (SELECT count(*)::int FROM exchange_call c WHERE NOT EXISTS (SELECT FROM desk_contact g WHERE g.id = c.contact_id)) AS nowhere`,
    [saved],
  )
  return rows[0] ?? { contacts: 0, closed: 0, lost: saved.length, nowhere: 0 }
}

type Truth = Became & { seen: Seen; calls: number; kept: number; sent: number }

function truth({ seen, calls, kept, sent, contacts, closed, lost, nowhere }: Truth): Figure {
  const { saved, refused } = seen
  return {
    name: 'of these: saves that were answered with yes',
    value: saved.length,
    unit: 'count',
    floor: null,
    floorIs: null,
    ratio: null,
    bar: '0 lost, 0 double, 0 refused, every call a contact',
    isWithin: lost + refused + nowhere === 0 && closed === saved.length && kept === sent && contacts === calls,
    checked: `${lost} lost, ${saved.length - new Set(saved).size} double, ${refused} refused; ${calls} calls, ${contacts} contacts, ${kept} of ${sent} messages kept`,
  }
}
