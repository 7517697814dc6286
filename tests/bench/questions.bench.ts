import { setTimeout as sleep } from 'node:timers/promises'
import type { Answered } from '#app/contacts/answered.ts'
import { baseProtocolOf } from '#app/triage/base-protocols.ts'
import { walk } from '#app/triage/engine.ts'
import { keepShippedProtocols } from '#app/triage/keep-shipped.server.ts'
import type { Answer, Answers } from '#app/triage/protocol.ts'
import { OperatorClient } from '#tests/support/operator-client.ts'
import { runServer } from '#tests/support/running-server.ts'
import { aWholeDesk, fillClosed, fillWaiting, operatorPassword } from './a-desk.ts'
import { withBenchDatabase } from './bench-database.ts'
import { type Bench, type Figure, percentile } from './figure.ts'

const sizes = {
  full: { operators: 10, corporations: 75, contacts: 100, closed: 200_000 },
  quick: { operators: 2, corporations: 2, contacts: 6, closed: 500 },
}
const kind = 'water-leak'
const barMs = 150
/** By so many operators: as many answers a second as sixty give, of whom each listens five seconds before the next. */
const listenMs = 800

/** Operators who judge leaks at the same time, as fast as people answer: how long after a key the next question is there, beside a page that asks nothing. */
export const questionsBench: Bench = {
  name: 'questions',
  run: (size) =>
    withBenchDatabase(async (owner) => {
      const wanted = sizes[size]
      const whole = await aWholeDesk(wanted)
      await fillClosed(owner, whole, wanted.closed)
      await fillWaiting(owner, whole, wanted.contacts)
      await keepShippedProtocols()
      await owner.query('VACUUM ANALYZE')
      const server = await runServer()
      try {
        const clients = whole.operators.map(() => new OperatorClient(server.origin))
        await Promise.all(
          clients.map((client, nr) => client.signIn(whole.operators[nr]?.email ?? '', operatorPassword)),
        )
        const times: number[] = []
        await Promise.all(clients.map((client, nr) => judgeAll(client, { times, said: nr })))
        const floors = await staticPages(clients, times.length)
        const { rows } = await owner.query<{ judged: number }>(
          'SELECT count(*)::int AS judged FROM triage_run WHERE verdict IS NOT NULL',
        )
        return [figure(times, floors, { wanted: wanted.contacts, judged: rows[0]?.judged ?? 0 })]
      } finally {
        await server.stop()
      }
    }),
}

type Brought = { answered: Answered }
type Judging = { times: number[]; said: number }

async function judgeAll(client: OperatorClient, judging: Judging) {
  for (let nr = 0; ; nr++) {
    const taken = await client.post<{ ok: boolean; contactId: string; fence: number }>('/queue/next')
    if (!taken.ok) return
    await judgeOne(client, taken, { ...judging, said: judging.said + nr })
  }
}

/** A leak from "no danger" to its verdict, every other caller with other answers; then back on the shelf. */
async function judgeOne(
  client: OperatorClient,
  { contactId, fence }: { contactId: string; fence: number },
  { times, said }: Judging,
) {
  const path = `/contacts/${contactId}`
  const inHand = { fence: String(fence) }
  await client.post(`${path}/danger`, { ...inHand, danger: 'no' })
  await client.post(`${path}/kind`, { ...inHand, kind })
  let answers: Answers = {}
  for (let nr = 0; ; nr++) {
    const { at, id } = walk(baseProtocolOf(kind), answers)
    if (at !== 'question') break
    const answer: Answer = ((said >> nr) & 1) === 1 ? 'yes' : 'no'
    await sleep(listenMs)
    const started = performance.now()
    const { answered } = await client.post<Brought>(`${path}/answer`, { ...inHand, question: id, answer })
    times.push(performance.now() - started)
    answers = { ...answers, [id]: answer }
    const next = walk(baseProtocolOf(kind), answers)
    if (next.at === 'question' ? answered.run.asking?.id !== next.id : !answered.run.verdict)
      throw new Error(`What comes after ${id} was not brought along.`)
    // As the page does behind what it shows.
    if (next.at !== 'question') await client.get(`${path}.data`)
  }
  await client.post(`${path}/record`, { ...inHand, key: crypto.randomUUID(), result: 'solved', afterwards: 'stop' })
}

/** A request for what asks the database nothing, as often and by as many at once. */
async function staticPages(clients: OperatorClient[], count: number): Promise<number[]> {
  const times: number[] = []
  await Promise.all(
    clients.map(async (client) => {
      while (times.length < count) {
        const started = performance.now()
        await client.get('/favicon.svg')
        times.push(performance.now() - started)
      }
    }),
  )
  return times
}

function figure(times: number[], floors: number[], { wanted, judged }: { wanted: number; judged: number }): Figure {
  const value = percentile(times, 95)
  const floor = percentile(floors, 95)
  return {
    name: `from an answer to the next question, ${times.length} answers, p95`,
    value,
    unit: 'ms',
    floor,
    floorIs: 'a request for a file of the same server by as many at once',
    ratio: value / floor,
    bar: `≤ ${barMs} ms, all judged`,
    isWithin: value <= barMs && judged === wanted,
    checked: `${judged} of ${wanted} judged; p50 ${percentile(times, 50).toFixed(0)}, p99 ${percentile(times, 99).toFixed(0)} ms`,
  }
}
