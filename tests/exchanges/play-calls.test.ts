import { afterAll, beforeAll, expect, test } from 'vitest'
import { planCalls } from '#app/exchanges/simulate/plan-calls.ts'
import { playCalls } from '#app/exchanges/simulate/play-calls.server.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { aDesk } from '#prisma/builders/desk.ts'
import { aDialledLine, anExchange } from '#prisma/builders/exchange.ts'
import { type Served, serve } from '#tests/core/served.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'

let server: Served
beforeAll(async () => {
  await useDatabase()
  server = await serve()
})
afterAll(() => server.close())

test('what is simulated comes in as from an exchange, and each call is in the queue once', async () => {
  const linde = await aCorporation()
  const desk = await aDesk([linde])
  const exchange = await anExchange(desk)
  await aDialledLine(desk, exchange, [linde, '085 000 1122'])
  const plan = planCalls({ callsPerHour: 240, minutes: 10, storm: false, seed: 7 })
  const stage = {
    address: `http://127.0.0.1:${server.port}/exchanges/${exchange.id}/events`,
    secret: exchange.secret,
    phones: ['+31612345678', '+31162412233'],
    numbers: ['+31850001122'],
    run: 'a',
  }
  const played = await playCalls(plan, stage, 100)
  expect(played).toEqual({ sent: plan.length, kept: plan.length, refused: {}, away: 0 })
  const calls = new Set(plan.map(({ call }) => call)).size
  const rows = await asSuperuser<{ state: string; calls: number; contacts: number }>(`
    SELECT state, count(*)::int AS calls, count(DISTINCT contact_id)::int AS contacts FROM exchange_call GROUP BY state`)
  expect(rows).toEqual([{ state: 'ended', calls, contacts: calls }])
  const [wrong] = await asSuperuser<{ count: number }>(
    'SELECT count(DISTINCT event_id)::int AS count FROM exchange_event',
  )
  expect(wrong?.count).toBe(new Set(plan.map(({ id }) => id)).size)
  const other = await playCalls(plan.slice(0, 1), { ...stage, secret: `whsec_${Buffer.alloc(32).toString('base64')}` })
  expect(other).toMatchObject({ kept: 0, refused: { 401: 1 } })
}, 60_000)
