import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { pool } from '#app/core/db.server.ts'
import { isDatabaseAway } from '#app/core/is-database-away.ts'
import { resetSingleton } from '#app/core/process-singleton.server.ts'
import { beforeSignIn, beforeSignInAtOnce, inScope, inScopeAtOnce, inScopeSql } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import { patient } from '#app/ui/patient-fetch.ts'
import { anActor } from '#prisma/builders/account.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'
import { until } from '#tests/support/until.ts'
import { type Served, serve } from './served.ts'

let server: Served
let actor: Awaited<ReturnType<typeof anActor>>
beforeAll(async () => {
  await useDatabase()
  actor = await anActor(await aCorporation())
  server = await serve()
})
afterAll(() => server.close())

const thrownBy = async (work: () => Promise<unknown>) => {
  try {
    await work()
  } catch (error) {
    return error
  }
  throw new Error('It was answered.')
}

const slow = { text: 'SELECT pg_sleep(60)::text', values: [] }
const one = sql`SELECT 1 AS one`
const ways: [string, (statement: typeof slow | typeof one) => Promise<unknown>][] = [
  ['a transaction', (statement) => inScopeSql(actor, (tx) => tx.sql(statement))],
  ['a Prisma transaction', (statement) => inScope(actor, (tx) => tx.sql(statement))],
  ['a statement at once', (statement) => inScopeAtOnce(actor, statement)],
  ['before anybody is known', (statement) => beforeSignIn((tx) => tx.sql(statement))],
  ['before anybody is known, at once', (statement) => beforeSignInAtOnce(statement)],
]

test.each(ways)('a connection that is cut off under %s is a database that is away', async (_way, ask) => {
  const failing = thrownBy(() => ask(slow))
  await until('it is cut off', async () => {
    const cut = await asSuperuser(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE '%pg_sleep%' AND pid <> pg_backend_pid()`,
    )
    return cut.length > 0
  })
  expect(isDatabaseAway(await failing)).toBe(true)
})

test.each(ways)('nobody who answers, for %s, is a database that is away', async (_way, ask) => {
  const url = process.env.APP_DATABASE_URL
  for (const name of ['pool', 'prisma', 'env']) resetSingleton(name)
  process.env.APP_DATABASE_URL = url?.replace(/:\d+\//, ':1/')
  const failure = await thrownBy(() => ask(one))
  await pool().end()
  process.env.APP_DATABASE_URL = url
  for (const name of ['pool', 'prisma', 'env']) resetSingleton(name)
  expect(isDatabaseAway(failure)).toBe(true)
})

test('a pool in which nobody gets a turn is as good as away: it is worth trying again', () => {
  const busy = Object.assign(new Error('Transaction API error: Unable to start a transaction in the given time.'), {
    code: 'P2028',
  })
  expect(isDatabaseAway(busy)).toBe(true)
})

test('a database whose disk is full is as good as away: with room again it goes on', () => {
  const full = Object.assign(new Error('could not extend file: No space left on device'), { code: '53100' })
  expect(isDatabaseAway(full)).toBe(true)
})

test.each([
  ['a fault of ours', () => Promise.reject(new TypeError('x is not a function'))],
  ['a statement that is wrong', () => inScopeSql(actor, (tx) => tx.sql({ text: 'SELECT nothing', values: [] }))],
  ['a rule of the database', () => inScope(actor, (tx) => tx.sql({ text: 'SELECT 1 / 0 AS x', values: [] }))],
])('%s is not', async (_what, work) => {
  expect(isDatabaseAway(await thrownBy(work))).toBe(false)
})

test('a page whose database is away answers 503, says when to ask again, and is no fault of ours', async () => {
  for (const path of ['/away', '/away.data', '/away-resource']) {
    const { status, headers } = await server.ask(path)
    expect([path, status, headers['retry-after']]).toEqual([path, 503, '2'])
  }
})

const answers = (...statuses: number[]) => vi.fn(async () => new Response(null, { status: statuses.shift() ?? 200 }))
const atOnce = async () => {}

test('what a page loads is asked for until the database is back', async () => {
  const once = answers(503, 503, 200)
  expect((await patient(once, atOnce)('/calls.data')).status).toBe(200)
  expect(once).toHaveBeenCalledTimes(3)
})

test('what is sent with a key is sent again; without one it might be done twice, so it is not', async () => {
  const [keyed, bare] = [answers(503, 200), answers(503, 200)]
  const body = (fields: Record<string, string>) => ({ method: 'POST', body: new URLSearchParams(fields) })
  expect((await patient(keyed, atOnce)('/follow-ups.data', body({ key: 'k' }))).status).toBe(200)
  expect((await patient(bare, atOnce)('/follow-ups.data', body({ name: 'n' }))).status).toBe(503)
})

test('what posts beside the page tries again by itself, and is not made to wait here', async () => {
  const once = answers(503, 200)
  const save = { method: 'POST', body: new URLSearchParams({ key: 'k' }) }
  expect((await patient(once, atOnce)('/calls/7/outcome', save)).status).toBe(503)
})

test('an answer that is not about waiting is given as it is, and who goes elsewhere asks no more', async () => {
  const broken = answers(500, 200)
  expect((await patient(broken, atOnce)('/calls.data')).status).toBe(500)
  const left = new AbortController()
  const away = answers(503, 503, 200)
  const asked = patient(away, async () => left.abort())('/calls.data', { signal: left.signal })
  expect((await asked).status).toBe(503)
  expect(away).toHaveBeenCalledTimes(1)
})
