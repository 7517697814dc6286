import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { startListening, stopListening } from '#app/core/live.server.ts'
import { resetSingleton } from '#app/core/process-singleton.server.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'
import { listenToLog } from '#tests/support/heard-log.ts'
import { until } from '#tests/support/until.ts'

let url: string

beforeAll(async () => {
  await useDatabase()
  url = process.env.APP_DATABASE_URL ?? ''
})
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(async () => {
  vi.useRealTimers()
  setUrl(url)
  await stopListening()
  await until('the connection is gone', async () => (await listeners()).length === 0)
})

function setUrl(to: string | null) {
  if (to) process.env.APP_DATABASE_URL = to
  else delete process.env.APP_DATABASE_URL
  resetSingleton('env')
}

const listeners = () =>
  asSuperuser<{ pid: number }>(
    `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'rondbel live'`,
  )

/** The connection breaks, and is to be taken again in a second. */
async function broken() {
  await startListening()
  const [before] = await listeners()
  await asSuperuser('SELECT pg_terminate_backend($1)', [before?.pid])
  await until('it is to be taken again', () => vi.getTimerCount() === 1)
}

test('a connection that breaks is taken again', async () => {
  await broken()
  vi.advanceTimersByTime(1_000)
  await until('there is another one', async () => (await listeners()).length === 1)
})

test('a connection that broke is not taken again once listening has stopped', async () => {
  await broken()
  await stopListening()
  expect(vi.getTimerCount()).toBe(0)
  expect(await listeners()).toEqual([])
})

test('a connection that is being made while listening stops is let go of, and not taken again', async () => {
  const starting = startListening()
  await stopListening()
  await starting
  await until('it is gone', async () => (await listeners()).length === 0)
  expect(vi.getTimerCount()).toBe(0)
})

test('a process that has let go of its database when the connection is to be taken again says so and goes on', async () => {
  const unhandled: unknown[] = []
  const hear = (error: unknown) => unhandled.push(error)
  process.on('unhandledRejection', hear)
  const log = listenToLog()
  await broken()
  setUrl(null)
  vi.advanceTimersByTime(1_000)
  await until('it is told', () => log().some(({ event }) => event === 'live-connection-failed'), 3_000).finally(() =>
    process.off('unhandledRejection', hear),
  )
  expect(unhandled).toEqual([])
})
