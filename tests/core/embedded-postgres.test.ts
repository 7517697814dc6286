import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { type RunningPostgres, startEmbeddedPostgres } from '#app/core/embedded-postgres.server.ts'
import { withTimeout } from '#app/core/with-timeout.ts'
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
  const guest = new pg.Client(first.url)
  await guest.connect()
  await guest.query('CREATE TABLE kept AS SELECT 1 AS one')
  await askToStop(guest)
  await until('nobody new is let in', async () => (await refusalOf(first.url)) === '57P03')
  let isStarted = false
  const starting = startEmbeddedPostgres(dir).finally(() => {
    isStarted = true
  })
  await sleep(1_000)
  expect(isStarted).toBe(false)
  await guest.end()
  running = await starting
  expect(running).toMatchObject({ url: first.url, isOurs: true })
  const again = new pg.Client(running.url)
  await again.connect()
  expect((await again.query('SELECT one FROM kept')).rows).toEqual([{ one: 1 }])
  await again.end()
})

test('one that Ctrl+C has stopped already is not waited for', async () => {
  const stopped = running ?? (await startEmbeddedPostgres(dir))
  const guest = new pg.Client(stopped.url)
  await guest.connect()
  const pid = await askToStop(guest)
  await guest.end()
  await until('its process is gone', () => !isThere(pid))
  await expect(withTimeout(5_000, stopped.stop())).resolves.toBeUndefined()
})

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
