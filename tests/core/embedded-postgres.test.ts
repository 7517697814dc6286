import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { makeLogins } from '#app/core/database-logins.server.ts'
import { type RunningPostgres, startEmbeddedPostgres } from '#app/core/embedded-postgres.server.ts'
import { withTimeout } from '#app/core/with-timeout.ts'
import { migrate } from '#prisma/migrate.ts'
import { refusalOf } from '../support/refusal-of.ts'
import { until } from '../support/until.ts'

const dir = mkdtempSync(join(tmpdir(), 'rondbel-postgres-'))
let running: RunningPostgres | null = null
afterAll(async () => {
  await running?.stop()
  rmSync(dir, { recursive: true, force: true })
})

test('one that runs is joined, one on its way down is waited for and started anew', async () => {
  const first = await startEmbeddedPostgres(dir)
  running = first
  expect(await startEmbeddedPostgres(dir)).toMatchObject({ url: first.url, isOurs: false })
  const guest = new pg.Client(first.adminUrl)
  await guest.connect()
  await guest.query('CREATE TABLE kept AS SELECT 1 AS one')
  await askToStop(guest)
  await until('nobody new is let in', async () => (await refusalOf(first.adminUrl)) === '57P03')
  let isStarted = false
  const starting = startEmbeddedPostgres(dir).finally(() => {
    isStarted = true
  })
  await sleep(1_000)
  expect(isStarted).toBe(false)
  await guest.end()
  running = await starting
  expect(running).toMatchObject({ url: first.url, isOurs: true })
  const again = new pg.Client(running.adminUrl)
  await again.connect()
  expect((await again.query('SELECT one FROM kept')).rows).toEqual([{ one: 1 }])
  await again.end()
})

test('one that Ctrl+C has stopped already is not waited for', async () => {
  const stopped = running ?? (await startEmbeddedPostgres(dir))
  const guest = new pg.Client(stopped.adminUrl)
  await guest.connect()
  const pid = await askToStop(guest)
  await guest.end()
  await until('its process is gone', () => !isThere(pid))
  await expect(withTimeout(5_000, stopped.stop())).resolves.toBeUndefined()
})

test('one that belonged to the superuser is handed over to an owner who is none, and migrates as before', async () => {
  const first = await startEmbeddedPostgres(dir)
  running = first
  const oldUrl = first.adminUrl.replace(/[^/]*$/, 'of_before')
  await asked(first.adminUrl, 'CREATE DATABASE of_before')
  await migrate(oldUrl)
  await makeLogins(oldUrl, { app: 'a', queue: 'b' })
  await asked(oldUrl, `DELETE FROM _prisma_migrations WHERE migration_name = '${repeatable}'`)
  await first.stop()
  const second = await startEmbeddedPostgres(dir, 'of_before')
  running = second
  expect(await migrate(second.url)).toEqual([repeatable])
  await expect(makeLogins(second.url, { app: 'changed', queue: 'changed' })).resolves.toBeDefined()
  expect(await asked(oldUrl, whoOwns)).toEqual([{ owner: 'rondbel', superuser: false }])
  expect(await migrate(second.url)).toEqual([])
})

const repeatable = '20261127080300_corporations_as_an_array'
const whoOwns = `SELECT DISTINCT rolname AS owner, rolsuper AS superuser FROM (
  SELECT relowner AS oid FROM pg_class WHERE relnamespace = 'public'::regnamespace
  UNION SELECT proowner FROM pg_proc WHERE pronamespace = 'public'::regnamespace
  UNION SELECT datdba FROM pg_database WHERE datname = current_database()) AS owned JOIN pg_roles USING (oid)`

async function asked(url: string, text: string) {
  const guest = new pg.Client(url)
  await guest.connect()
  return (await guest.query(text).finally(() => guest.end())).rows
}

/** In PostgreSQL's most patient way: it goes when the last guest has gone. */
async function askToStop(guest: pg.Client) {
  const { rows } = await guest.query<{ data_directory: string }>('SHOW data_directory')
  const [pid] = readFileSync(join(rows[0]?.data_directory ?? '', 'postmaster.pid'), 'utf8').split('\n')
  process.kill(Number(pid), 'SIGTERM')
  return Number(pid)
}

function isThere(pid: number) {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
