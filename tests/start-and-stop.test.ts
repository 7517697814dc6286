import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import pg from 'pg'
import { afterAll, afterEach, expect, test } from 'vitest'
import { signInAsLogins } from '#app/core/database-logins.server.ts'
import { closeDatabase } from '#app/core/db.server.ts'
import { resetSingleton } from '#app/core/process-singleton.server.ts'
import { systemScope } from '#app/core/scope.server.ts'
import { confirmMapping } from '#app/tenant-lists/confirm-mapping.server.ts'
import { importFromPath } from '#app/tenant-lists/receive-upload.server.ts'
import { closeQueues } from '#jobs/connection.server.ts'
import { queueNames } from '#jobs/workers/workers.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { refusalOf } from './support/refusal-of.ts'
import { until } from './support/until.ts'
import { smallList, today } from './tenant-lists/lists.ts'

// As a worker, which needs no built pages, with a database of its own in a new folder.
const dir = mkdtempSync(join(tmpdir(), 'rondbel-start-'))
const running: ChildProcess[] = []

afterEach(async () => {
  for (const child of running.splice(0)) if (child.exitCode === null) child.kill('SIGKILL')
})
afterAll(() => rmSync(dir, { recursive: true, force: true }))

function start(env: Record<string, string> = {}) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'app/main.ts'], {
    env: { ...process.env, DATABASE_URL: '', DATA_DIR: dir, ROLE: 'worker', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.push(child)
  return child
}

async function started() {
  const child = start()
  let output = ''
  child.stdout?.on('data', (part) => {
    output += part
  })
  await until('Rondbel works', () => output.includes('works in the background'), 90_000)
  return child
}

async function stopped(child: ChildProcess) {
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  return ended
}

function databaseUrl() {
  const { port, password } = JSON.parse(readFileSync(join(dir, 'postgres.json'), 'utf8'))
  return `postgresql://postgres:${password}@127.0.0.1:${port}/rondbel`
}

test('wrong settings are named, all of them, and nothing is started', async () => {
  const child = start({ PORT: 'x', ROLE: 'both' })
  const [complained, [code]] = await Promise.all([
    text(child.stderr as NonNullable<typeof child.stderr>),
    once(child, 'exit'),
  ])
  expect(code).toBe(1)
  expect(complained.trim().split('\n')).toEqual([
    'Rondbel cannot start, a setting is wrong:',
    'ROLE should be web, worker or all',
    'PORT should be a port number from 1 to 65535',
  ])
  expect(existsSync(join(dir, 'postgres.json'))).toBe(false)
})

test('a stop in the middle of a job is a stop, the database goes last, and the next start does the job', async () => {
  const first = await started()
  Object.assign(process.env, { DATABASE_URL: databaseUrl(), DATA_DIR: dir })
  resetSingleton('env')
  await signInAsLogins(databaseUrl())
  const { id: importId, hold } = await aListThatWaits()
  await until('the job has begun', async () => (await waitingJobs()) === 1)
  await closeQueues(queueNames)
  await closeDatabase()
  const askedAt = Date.now()
  expect(await stopped(first)).toEqual([0, null])
  expect(Date.now() - askedAt).toBeLessThan(20_000)
  await hold.end().catch(() => {})
  await until('the database is gone', async () => (await refusalOf(databaseUrl())) === 'ECONNREFUSED')
  const second = await started()
  await until('the list is checked after all', async () => (await stateOf(importId)) === 'checked', 100_000)
  expect(await stopped(second)).toEqual([0, null])
}, 240_000)

test('a port that is taken is said in a sentence, and the database it had started goes too', async () => {
  const taken = createServer().listen(0, '127.0.0.1')
  await once(taken, 'listening')
  const { port } = taken.address() as AddressInfo
  const child = start({ ROLE: 'web', PORT: String(port), VITEST: '' })
  const [complained, [code]] = await Promise.all([
    text(child.stderr as NonNullable<typeof child.stderr>),
    once(child, 'exit'),
  ])
  taken.close()
  expect([code, complained.trim()]).toEqual([
    1,
    `Rondbel cannot start. Another program listens on port ${port}. Stop that one, or set PORT to another.`,
  ])
  expect(await refusalOf(databaseUrl())).toBe('ECONNREFUSED')
}, 120_000)

test('after a kill the next start takes over the database that was left running, and stops it', async () => {
  const killed = await started()
  const ended = once(killed, 'exit')
  killed.kill('SIGKILL')
  await ended
  expect(await refusalOf(databaseUrl())).toBeNull()
  const next = await started()
  expect(await stopped(next)).toEqual([0, null])
  expect(await refusalOf(databaseUrl())).toBe('ECONNREFUSED')
}, 180_000)

/** A list whose check waits for a lock that we hold. */
async function aListThatWaits() {
  const scope = systemScope((await aCorporation()).id)
  const path = smallList([{ Huurdernr: '1' }])
  const received = await importFromPath(scope, { path, fileName: 'huurders.csv', listedOn: today })
  if (!received.ok) throw new Error(received.refusal.reason)
  const hold = new pg.Client(databaseUrl())
  hold.on('error', () => {})
  await hold.connect()
  await hold.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', [received.importId])
  await confirmMapping(scope, received.importId, received.mapping)
  return { id: received.importId, hold }
}

/** As the superuser of the database that was started. */
async function asked<Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> {
  const guest = new pg.Client(databaseUrl())
  await guest.connect()
  return (await guest.query<Row>(text, values).finally(() => guest.end())).rows
}

async function waitingJobs() {
  const [row] = await asked<{ waiting: number }>(
    `SELECT count(*)::int AS waiting FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND wait_event = 'advisory'`,
  )
  return row?.waiting
}

async function stateOf(importId: string) {
  const [row] = await asked<{ state: string }>(`SELECT state FROM tenant_import WHERE id = $1`, [importId])
  return row?.state
}
