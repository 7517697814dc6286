import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { Webhook } from 'standardwebhooks'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { aDesk, aDeskActor } from '#prisma/builders/desk.ts'
import { aDialledLine, anExchange } from '#prisma/builders/exchange.ts'
import { withBenchDatabase } from '#tests/bench/bench-database.ts'
import { OperatorClient } from '#tests/support/operator-client.ts'
import { startRedis } from '#tests/support/redis.ts'
import { refusalOf } from '#tests/support/refusal-of.ts'
import { until } from '#tests/support/until.ts'
import type { Fault } from './fault.ts'
import { mulberry } from './random.ts'
import { RunningRole } from './running-role.ts'

const calls = 200
const operators = 8
const seed = 20_261_129
const ringsEveryMs = 450
const dialled = '+31508000000'
const password = 'een-lang-wachtwoord'

/** How a call goes: some hang up, some are answered, of some the exchange never says that they ended. */
type Plan = { id: string; phone: string | null; answeredAfterMs: number | null; endsAfterMs: number | null }

/**
 * Web, worker, PostgreSQL and Redis are killed in turn while two hundred calls come in and operators take them. An exchange
 * sends again what was not answered. Each call must be there once, and be finished, somebody's, or to be seen as missed.
 */
export const callsKillFault: Fault = {
  name: 'calls-kill',
  async run() {
    const redis = await startRedis()
    if (!redis) return { skipped: 'there is no redis-server on this machine' }
    let current = redis
    return withBenchDatabase(async (owner, url) => {
      const { exchange, emails } = await aTelephone()
      const dataFolder = await dataFolderOf(owner)
      const settings = { REDIS_URL: redis.url }
      const [web, worker] = await Promise.all([
        RunningRole.start('web', settings),
        RunningRole.start('worker', settings),
      ])
      try {
        const breaks = {
          web: () => again(web),
          worker: () => again(worker),
          database: () => killDatabase({ url, dataFolder }),
          redis: async () => {
            await current.stop()
            await sleep(1_000)
            current = (await startRedis(redis.url)) ?? current
          },
        }
        const told = await everybodyAtWork({ web, exchange, emails }, Object.values(breaks))
        return judged({ ...told, ...(await lookWhenAllIsSaid(url)) })
      } finally {
        await Promise.all([web.kill('SIGTERM'), worker.kill('SIGTERM')])
      }
    }).finally(() => current.stop())
  },
}

async function again(running: RunningRole) {
  await running.kill()
  await running.start()
}

async function killDatabase({ url, dataFolder }: { url: string; dataFolder: string }) {
  process.kill(Number(readFileSync(join(dataFolder, 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL')
  await until('the database is back', async () => (await refusalOf(url)) === null, 60_000)
}

async function dataFolderOf(owner: pg.Client) {
  const { rows } = await owner.query<{ data_directory: string }>('SHOW data_directory')
  return rows[0]?.data_directory ?? ''
}

async function aTelephone() {
  const corporation = await aCorporation()
  const desk = await aDesk([corporation])
  const exchange = await anExchange(desk)
  await aDialledLine(desk, exchange, [corporation, dialled])
  const team = []
  for (let nr = 0; nr < operators; nr++) team.push(await aDeskActor(desk, { corporations: [corporation], password }))
  return { exchange, emails: team.map(({ email }) => email) }
}

type AtWork = { web: RunningRole; exchange: { id: string; secret: string }; emails: string[] }

/** Gives how many of what the exchange said was answered with yes, and how often something was killed. */
async function everybodyAtWork({ web, exchange, emails }: AtWork, breaks: (() => Promise<unknown>)[]) {
  const clients = emails.map(() => new OperatorClient(web.origin))
  await Promise.all(clients.map((client, nr) => client.signIn(emails[nr] ?? '', password)))
  const random = mulberry(seed)
  const plans = Array.from({ length: calls }, (_, nr): Plan => planned(nr, random))
  let isOver = false
  let killed = 0
  const breaking = (async () => {
    for (let nr = 0; !isOver; nr++) {
      await sleep(2_000 + random() * 2_000)
      await breaks[nr % breaks.length]?.()
      killed++
    }
  })()
  const working = clients.map(async (client) => {
    while (!isOver) {
      await client.post('/queue/next').catch(() => {})
      await sleep(1_500)
      await client.post('/queue/ping').catch(() => {})
    }
  })
  const events = await Promise.all(
    plans.map(async (plan, nr) => {
      await sleep(nr * ringsEveryMs)
      return play(plan, { origin: web.origin, exchange })
    }),
  )
  isOver = true
  await Promise.all([breaking, ...working])
  return { told: events.reduce((sum, count) => sum + count, 0), killed }
}

function planned(nr: number, random: () => number): Plan {
  const isAnswered = random() < 0.6
  return {
    id: `call-${nr}`,
    phone: random() < 0.1 ? null : `+3161${String(nr).padStart(7, '0')}`,
    answeredAfterMs: isAnswered ? 300 + random() * 2_000 : null,
    endsAfterMs: random() < 0.1 ? null : 1_000 + random() * 5_000,
  }
}

type Line = { origin: string; exchange: { id: string; secret: string } }

/** The events of one call, each sent until it is answered with yes, as an exchange does. */
async function play({ id, phone, answeredAfterMs, endsAfterMs }: Plan, line: Line): Promise<number> {
  const from = phone ?? 'anonymous'
  const base = { call: id, from, to: dialled }
  const events = [
    { afterMs: 0, event: { type: 'ringing', ...base } },
    ...(answeredAfterMs === null ? [] : [{ afterMs: answeredAfterMs, event: { type: 'answered', ...base } }]),
    ...(endsAfterMs === null ? [] : [{ afterMs: endsAfterMs, event: { type: 'ended', ...base } }]),
  ]
  await Promise.all(
    events.map(async ({ afterMs, event }) => {
      await sleep(afterMs)
      await say(line, { id: `${id}-${event.type}`, event })
    }),
  )
  return events.length
}

async function say({ origin, exchange }: Line, { id, event }: { id: string; event: object }) {
  const at = new Date()
  const body = JSON.stringify({ timestamp: at.toISOString(), event })
  const isTaken = async () => {
    const now = new Date()
    const signature = new Webhook(exchange.secret).sign(id, now, body)
    const answer = await fetch(`${origin}/exchanges/${exchange.id}/events`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'webhook-id': id,
        'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
        'webhook-signature': signature,
      },
      body,
      signal: AbortSignal.timeout(10_000),
    }).catch(() => null)
    return answer?.ok || sleep(300, false)
  }
  await until(`the exchange is answered about ${id}`, isTaken, 120_000)
}

type Left = { calls: number; contacts: number; events: number; lost: string[] }

/** Three minutes later, by what is written down: what the exchange never finished is given up, and looked at then. */
async function lookWhenAllIsSaid(url: string): Promise<Left> {
  const owner = new pg.Client(url)
  await owner.connect()
  try {
    const isSwept = async () => {
      await owner.query(
        "UPDATE exchange_call SET heard_at = heard_at - interval '4 minutes' WHERE state = 'ringing' AND heard_at > now() - interval '4 minutes'",
      )
      await owner.query(
        "UPDATE desk_contact SET lease_until = now() - interval '1 second' WHERE claimed_by IS NOT NULL",
      )
      const { rows } = await owner.query(
        "SELECT 1 FROM exchange_call WHERE state = 'ringing' UNION ALL SELECT 1 FROM desk_contact WHERE claimed_by IS NOT NULL",
      )
      return rows.length === 0 || sleep(1_000, false)
    }
    await until('what nobody looks after is swept', isSwept, 60_000)
    const { rows } = await owner.query<Left>(`
      SELECT (SELECT count(*)::int FROM exchange_call) AS calls, (SELECT count(*)::int FROM desk_contact) AS contacts,
        (SELECT count(*)::int FROM exchange_event WHERE event_id NOT LIKE 'silent%') AS events,
        ARRAY(SELECT c.call_id || ' ' || coalesce(g.state, 'no contact') FROM exchange_call c LEFT JOIN desk_contact g ON g.id = c.contact_id
          WHERE g.id IS NULL OR NOT (g.state IN ('closed', 'call-back', 'wrapping-up')
            OR g.state = 'talking' AND c.ended_at IS NULL)) AS lost`)
    return rows[0] as Left
  } finally {
    await owner.end()
  }
}

function judged({ told, killed, ...left }: Left & { told: number; killed: number }) {
  const isWhole = left.calls === calls && left.contacts === calls && left.events === told && left.lost.length === 0
  return {
    holds: isWhole && killed >= 4,
    times: killed,
    seed,
    found: `${calls} calls rang: ${left.calls} kept, ${left.contacts} contacts, ${left.events} of ${told} events, ${left.lost.length} neither finished, somebody's nor missed${left.lost.slice(0, 5).map((one) => ` (${one})`)}`,
  }
}
