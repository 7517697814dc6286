import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { Redis } from 'ioredis'
import pg from 'pg'
import { afterAll, afterEach, expect, test } from 'vitest'
import { signInAsLogins } from '#app/core/database-logins.server.ts'
import { closeDatabase } from '#app/core/db.server.ts'
import type { Health } from '#app/core/health.server.ts'
import { resetSingleton } from '#app/core/process-singleton.server.ts'
import { systemScope } from '#app/core/scope.server.ts'
import { confirmMapping } from '#app/tenant-lists/confirm-mapping.server.ts'
import { importFromPath } from '#app/tenant-lists/receive-upload.server.ts'
import { closeQueues } from '#jobs/connection.server.ts'
import { queueNames } from '#jobs/workers/workers.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { freePort } from './support/free-port.ts'
import { startRedis } from './support/redis.ts'
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

function start(env: Record<string, string> = {}, program = ['app/main.ts']) {
  const child = spawn(process.execPath, ['--import', 'tsx', ...program], {
    env: { ...process.env, DATABASE_URL: '', DATA_DIR: dir, ROLE: 'worker', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.push(child)
  return child
}

async function started(env: Record<string, string> = {}) {
  const child = start(env)
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

async function refused(env: Record<string, string>) {
  const child = start(env)
  const [complained, [code]] = await Promise.all([
    text(child.stderr as NonNullable<typeof child.stderr>),
    once(child, 'exit'),
  ])
  return [code, complained.trim()]
}

function databaseUrl(folder = dir) {
  const { port, password } = JSON.parse(readFileSync(join(folder, 'postgres.json'), 'utf8'))
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
  const complaint = await refused({ ROLE: 'web', PORT: String(port), VITEST: '' })
  taken.close()
  expect(complaint).toEqual([
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

test.each([
  ['a command', ['app/cli.ts', 'migrate'], 'initial-password', 143],
  ['a command that works on it', ['app/cli.ts', 'migrate'], 'postgres-keeper', 143],
  ['a start', ['app/main.ts'], 'initial-password', 0],
])(
  '%s that is asked to stop takes the database it started with it',
  async (_name, program, begun, code) => {
    const own = mkdtempSync(join(tmpdir(), 'rondbel-stopped-'))
    const child = start({ DATA_DIR: own }, program)
    await until('the database starts', () => readdirSync(own).some((name) => name.includes(begun)))
    expect(await stopped(child)).toEqual([code, null])
    expect(await refusalOf(databaseUrl(own))).toBe('ECONNREFUSED')
    rmSync(own, { recursive: true, force: true })
  },
  120_000,
)

test('a clock that is hours off keeps it from starting', async () => {
  const behind = 'const now = Date.now; Date.now = () => now() - 46_800_000'
  const NODE_OPTIONS = `--import=data:text/javascript,${encodeURIComponent(behind)}`
  expect(await refused({ NODE_OPTIONS })).toEqual([
    1,
    'Rondbel cannot start. The clock here is 46800 seconds behind that of the database. Let both take the time from the network (NTP).',
  ])
}, 120_000)

test('nobody waits for a Redis that is away, and with it comes the schedule; one that refuses us stops the start', async ({
  skip,
}) => {
  const redis = await startRedis()
  if (!redis) return skip('there is no redis-server on this machine')
  await redis.stop()
  const [port, REDIS_URL] = [await freePort(), redis.url]
  const child = await started({ REDIS_URL, METRICS_ADDRESS: `127.0.0.1:${port}`, LOG_LEVEL: 'warn' })
  const health = async () => {
    const answer = await fetch(`http://127.0.0.1:${port}/health/ready`)
    return { status: answer.status, ...((await answer.json()) as Health) }
  }
  expect(await health()).toMatchObject({ status: 503, database: true, queue: false, amiss: ['schedule'] })
  const back = await startRedis(REDIS_URL)
  await until('it is ready', async () => (await health()).secondsBehindSchedule !== null)
  expect(await health()).toMatchObject({ status: 200, queue: true, amiss: [] })
  expect(await stopped(child)).toEqual([0, null])
  const client = new Redis(REDIS_URL)
  await client.config('SET', 'requirepass', 'geheim')
  client.disconnect()
  expect(await refused({ REDIS_URL })).toEqual([
    1,
    'Rondbel cannot start. Redis refuses who REDIS_URL signs in as. Set the right user and password.',
  ])
  await back?.stop()
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
