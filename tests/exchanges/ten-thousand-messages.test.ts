import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventRoutes } from '#app/exchanges/receive-posted-event.server.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { aDesk } from '#prisma/builders/desk.ts'
import { aDialledLine, anExchange } from '#prisma/builders/exchange.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'
import { aQueue } from './a-queue.ts'

const messages = 10_000
const calls = 600
const seed = 20261127
const start = Date.now() - 120_000
const queue = aQueue()
let server: Server
let exchange: { id: string; secret: string }

beforeAll(async () => {
  await useDatabase()
  const linde = await aCorporation()
  const desk = await aDesk([linde])
  exchange = await anExchange(desk)
  await aDialledLine(desk, exchange, [linde, '085 000 1122'])
  server = express().use(eventRoutes(queue.receiveCall)).listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

/** The same numbers for the same seed (mulberry32). */
let state = seed
function random(below: number) {
  state = (state + 0x6d2b79f5) | 0
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
  return ((mixed ^ (mixed >>> 14)) >>> 0) % below
}
const oneOf = <T>(all: readonly T[]) => all[random(all.length)] as T
function shuffled<T>(all: readonly T[]) {
  const mixed = all.map((one) => [random(2 ** 30), one] as const)
  return mixed.toSorted(([a], [b]) => a - b).map(([, one]) => one)
}

type Said = { id: string; body: string }
type Planned = { callId: string; events: Said[]; comes: { state: string; answered: string | null; how: string | null } }

/** What happened, written down without the rules that read it back. */
function planned(index: number): Planned {
  const callId = `call-${index}`
  const sentence = (second: number, event: object): Said => ({
    id: `msg-${index}-${second}`,
    body: JSON.stringify({
      timestamp: new Date(start + second * 1000).toISOString(),
      event: { call: callId, to: '0850001122', from: random(9) === 0 ? null : '0612345678', ...event },
    }),
  })
  const events = [sentence(0, { type: 'ringing' })]
  if (random(2)) events.push(sentence(2, { type: 'ringing' }))
  const isAnswered = random(3) > 0
  let extension: string | null = null
  if (isAnswered) {
    extension = oneOf(['204', '205', '206'])
    events.push(sentence(5, { type: 'answered', extension }))
    if (random(4) === 0) {
      extension = '207'
      events.push(sentence(9, { type: 'transferred', extension }))
    }
  }
  if (random(5) === 0)
    return { callId, events, comes: { state: isAnswered ? 'answered' : 'ringing', answered: extension, how: null } }
  const how = isAnswered ? 'hung-up' : oneOf(['hung-up', 'busy', 'no-answer', 'failed'])
  events.push(sentence(30, { type: 'ended', reason: how }))
  return { callId, events, comes: { state: 'ended', answered: extension, how } }
}

type Sent = { headers: Record<string, string>; body: string; isRight: boolean }

function signed({ id, body }: Said, secondsOff = 0, secret = exchange.secret): Sent {
  const at = new Date(Date.now() + secondsOff * 1000)
  const headers = {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(secret).sign(id, at, body),
  }
  return { headers, body, isRight: Math.abs(secondsOff) < 300 }
}

/** Another delivery of what was said: again, by a clock that is off, or as no exchange of ours would send it. */
function another(said: Said): Sent {
  const right = signed(said)
  switch (random(6)) {
    case 0:
      return signed(said, oneOf([-400, -3600, -86_400, 400, 3600]))
    case 1:
      return { ...signed(said, 0, `whsec_${randomBytes(32).toString('base64')}`), isRight: false }
    case 2: {
      const bytes = Buffer.from(said.body)
      const place = random(bytes.length)
      bytes[place] = ((bytes[place] ?? 0) ^ (1 << random(7))) & 0x7f
      return { ...right, body: bytes.toString('latin1'), isRight: false }
    }
    case 3: {
      const part = oneOf(['webhook-id', 'webhook-timestamp', 'webhook-signature'])
      return { ...right, headers: { ...right.headers, [part]: `1${right.headers[part]}` }, isRight: false }
    }
    default:
      return signed(said, oneOf([-240, -30, 0, 30, 240]))
  }
}

async function send({ headers, body, isRight }: Sent) {
  const { port } = server.address() as AddressInfo
  const answer = await fetch(`http://127.0.0.1:${port}/exchanges/${exchange.id}/events`, {
    method: 'POST',
    headers,
    body,
  })
  await answer.arrayBuffer()
  return { status: answer.status, isRight }
}

test(`of ${messages} messages in any order, doubled, replayed, altered, no call comes out wrong and none is lost (seed ${seed})`, async () => {
  const plan = Array.from({ length: calls }, (_, index) => planned(index))
  const said = plan.flatMap(({ events }) => events)
  const extra = Array.from({ length: messages - said.length }, () => another(oneOf(said)))
  const all = shuffled([...said.map((one) => signed(one)), ...extra])
  const answers: Awaited<ReturnType<typeof send>>[] = []
  const sender = async () => {
    for (let next = all.pop(); next; next = all.pop()) answers.push(await send(next))
  }
  await Promise.all(Array.from({ length: 16 }, sender))

  expect(answers).toHaveLength(messages)
  expect(
    answers.filter(({ status, isRight }) => (isRight ? status !== 200 : status !== 401 && status !== 429)),
  ).toEqual([])
  const kept = await asSuperuser<{ count: number }>('SELECT count(*)::int AS count FROM exchange_event')
  expect(kept).toEqual([{ count: said.length }])
  const rows = await asSuperuser<{ callId: string; state: string; contactId: string }>(
    'SELECT call_id AS "callId", state, contact_id AS "contactId" FROM exchange_call',
  )
  const found = new Map(rows.map((row) => [row.callId, row]))
  const wrong = plan.filter(({ callId, comes }) => {
    const last = queue.last(callId)
    const inQueue = { state: comes.state, answered: last?.answered?.extension ?? null, how: last?.ended?.how ?? null }
    const isOne =
      queue.contactsOf(callId).length === 1 && found.get(callId)?.contactId === queue.contactsOf(callId)[0]?.contactId
    return found.get(callId)?.state !== comes.state || JSON.stringify(inQueue) !== JSON.stringify(comes) || !isOne
  })
  expect(rows).toHaveLength(calls)
  expect(wrong).toEqual([])
}, 300_000)
