import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { Redis } from 'ioredis'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readEnv } from '#app/core/env.server.ts'
import { resetSingleton } from '#app/core/process-singleton.server.ts'
import { masterKey } from '#app/corporations/master-key.server.ts'
import { checkAtStart } from '#app/doctor/check-at-start.server.ts'
import { clockFinding } from '#app/doctor/check-database.server.ts'
import {
  checkAddress,
  checkDisk,
  checkFolder,
  checkNode,
  checkPages,
  checkProxy,
  checkSettings,
} from '#app/doctor/check-machine.server.ts'
import { checkRedis } from '#app/doctor/check-redis.server.ts'
import { checkPort, checkSchedule } from '#app/doctor/check-running.ts'
import { type Finding, lineOf } from '#app/doctor/findings.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { asSuperuser, useDatabase } from './support/database.ts'
import { freePort } from './support/free-port.ts'
import { listenToLog } from './support/heard-log.ts'
import { startRedis } from './support/redis.ts'

const dir = mkdtempSync(join(tmpdir(), 'rondbel-doctor-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))

function folder(name: string, make: (path: string) => void = (path) => mkdirSync(path)) {
  const path = join(dir, name)
  make(path)
  return path
}
function withSecrets(mode: number) {
  return folder(`secrets-${mode}`, (path) => {
    mkdirSync(join(path, 'secrets'), { recursive: true, mode: 0o700 })
    writeFileSync(join(path, 'secrets/master-key'), 'x')
    chmodSync(join(path, 'secrets/master-key'), mode)
  })
}
const setTo = (source: Record<string, string>) => readEnv(source)
const built = () =>
  folder('built', (path) => {
    mkdirSync(join(path, 'build/server'), { recursive: true })
    writeFileSync(join(path, 'build/server/index.js'), '')
  })

/** Each line as it passes and as it does not. */
const lines: [string, Finding['verdict'], () => Finding | Promise<Finding>][] = [
  ['node: 24', 'well', () => checkNode('v24.1.0')],
  ['node: 22', 'well', () => checkNode('v22.12.0')],
  ['node: 20.19', 'worth-a-look', () => checkNode('v20.19.0')],
  ['node: 20.18', 'wrong', () => checkNode('v20.18.9')],
  ['node: 18', 'wrong', () => checkNode('v18.20.0')],
  ['pages: built', 'well', () => checkPages(built())],
  ['pages: not', 'worth-a-look', () => checkPages(dir)],
  ['settings: right', 'well', () => checkSettings({ PORT: '3000' })[0] as Finding],
  ['settings: wrong', 'wrong', () => checkSettings({ PORT: 'x' })[0] as Finding],
  ['folder: there', 'well', () => checkFolder(withSecrets(0o600))],
  ['folder: to be made', 'well', () => checkFolder(join(dir, 'not', 'yet'))],
  ['folder: a file', 'wrong', () => checkFolder(folder('file', (path) => writeFileSync(path, '')))],
  ['folder: secrets that others may read', 'wrong', () => checkFolder(withSecrets(0o644))],
  ['disk: roomy', 'well', () => checkDisk({ dataDir: dir, FREE_DISK_MB: 0 })],
  ['disk: too little for lists', 'wrong', () => checkDisk({ dataDir: dir, FREE_DISK_MB: 1_000_000_000 })],
  ['address: https', 'well', () => checkAddress(setTo({ PUBLIC_URL: 'https://rondbel.example.nl', HOST: '0.0.0.0' }))],
  ['address: this machine', 'well', () => checkAddress(setTo({}))],
  ['address: none for other machines', 'wrong', () => checkAddress(setTo({ HOST: '0.0.0.0' }))],
  ['proxy: on this machine', 'well', () => checkProxy(setTo({ PUBLIC_URL: 'https://rondbel.example.nl' }))],
  [
    'proxy: named',
    'well',
    () => checkProxy(setTo({ PUBLIC_URL: 'https://rondbel.example.nl', HOST: '0.0.0.0', TRUSTED_PROXY: '10.0.0.2' })),
  ],
  [
    'proxy: elsewhere and not believed',
    'worth-a-look',
    () => checkProxy(setTo({ PUBLIC_URL: 'https://rondbel.example.nl', HOST: '0.0.0.0' })),
  ],
  ['proxy: everybody', 'wrong', () => checkProxy(setTo({ TRUSTED_PROXY: '10.0.0.2, 0.0.0.0/0' }))],
  ['clock: the same', 'well', () => clockFinding(-30)],
  ['clock: a little off', 'worth-a-look', () => clockFinding(31)],
  ['clock: a few minutes off', 'worth-a-look', () => clockFinding(-300)],
  ['clock: hours off', 'wrong', () => clockFinding(-13 * 3600)],
  [
    'redis: nobody answers',
    'wrong',
    async () => (await checkRedis(`redis://127.0.0.1:${await freePort()}`))[0] as Finding,
  ],
  ['port: free', 'well', async () => checkPort({ HOST: '127.0.0.1', PORT: await freePort() })],
  ['port: no such address', 'wrong', async () => checkPort({ HOST: '203.0.113.7', PORT: await freePort() })],
  [
    'schedule: nothing runs',
    'well',
    async () => checkSchedule({ METRICS_ADDRESS: { host: '127.0.0.1', port: await freePort() } }),
  ],
  ['schedule: off', 'worth-a-look', () => checkSchedule({ METRICS_ADDRESS: 'off' })],
]

test.each(lines)('%s is %s', async (_name, verdict, check) => {
  const finding = await check()
  expect(finding.verdict).toBe(verdict)
  expect(Boolean(finding.toDo)).toBe(verdict !== 'well')
  expect(lineOf(finding)).toMatch(/^[✓!✗] [A-Z].*\.$/)
})

test('which clock is behind, and by how much, is said', () => {
  expect(lineOf(clockFinding(-46_800))).toBe(
    '✗ The clock here is 46800 seconds behind that of the database. Let both take the time from the network (NTP).',
  )
})

async function whileAnswering<T>(
  answer: [headers: Record<string, string>, body: string],
  work: (port: number) => Promise<T>,
) {
  const server = createServer((_request, response) => response.writeHead(200, answer[0]).end(answer[1]))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return work((server.address() as AddressInfo).port).finally(() => server.close())
}

test('a port is ours, or another program has it', async () => {
  const look = (port: number) => checkPort({ HOST: '127.0.0.1', PORT: port })
  expect(await whileAnswering([{ 'X-Request-Id': '1' }, 'ok'], look)).toMatchObject({ verdict: 'well' })
  expect(await whileAnswering([{}, 'hello'], look)).toMatchObject({ verdict: 'wrong' })
})

test.each([
  [0, 'well'],
  [300, 'well'],
  [301, 'wrong'],
  [null, 'wrong'],
])('a schedule that is %s seconds behind is %s', async (secondsBehindSchedule, verdict) => {
  const told = JSON.stringify({ isReady: true, secondsBehindSchedule })
  const finding = await whileAnswering([{}, told], (port) =>
    checkSchedule({ METRICS_ADDRESS: { host: '127.0.0.1', port } }),
  )
  expect(finding.verdict).toBe(verdict)
})

test('of Redis it says whether it answers, throws jobs away, and keeps them', async ({ skip }) => {
  const redis = await startRedis()
  if (!redis) return skip('there is no redis-server on this machine')
  const client = new Redis(redis.url)
  const verdicts = async () => (await checkRedis(redis.url)).map(({ check, verdict }) => [check, verdict])
  const said = (policy: string, kept: string) => [
    ['redis', 'well'],
    ['redis-policy', policy],
    ['redis-kept', kept],
  ]
  expect(await verdicts()).toEqual(said('well', 'worth-a-look'))
  await client.config('SET', 'maxmemory-policy', 'allkeys-lru')
  await client.config('SET', 'appendonly', 'yes')
  expect(await verdicts()).toEqual(said('wrong', 'well'))
  await client.config('SET', 'appendonly', 'no')
  await client.config('SET', 'save', '60 1')
  expect(await verdicts()).toEqual(said('wrong', 'well'))
  await client.config('SET', 'requirepass', 'geheim')
  expect(await verdicts()).toEqual([['redis-sign-in', 'wrong']])
  client.disconnect()
  await redis.stop()
})

describe('a start', () => {
  const at = (ahead: number) => ({ query: async () => ({ rows: [{ at: new Date(Date.now() - ahead * 1000) }] }) })
  const starts = (ahead: number, settings: Record<string, string>) => {
    const before = { ...process.env }
    Object.assign(process.env, { DATA_DIR: dir, REDIS_URL: '', ...settings })
    resetSingleton('env')
    const heard = listenToLog()
    return checkAtStart(at(ahead) as unknown as Pick<pg.Client, 'query'>)
      .then(() => heard().map(({ event, check }) => `${event} ${check}`))
      .finally(() => {
        process.env = before
        resetSingleton('env')
      })
  }
  const ofNode = checkNode(process.version).verdict === 'well' ? [] : ['worth-a-look node']

  test('says what the doctor would in a line of the log each', async () => {
    expect(await starts(0, { FREE_DISK_MB: '0' })).toEqual(ofNode)
    const nobody = `redis://127.0.0.1:${await freePort()}`
    expect(
      await starts(60, { FREE_DISK_MB: '1000000', REDIS_URL: nobody, HOST: '0.0.0.0', TRUSTED_PROXY: '0.0.0.0/0' }),
    ).toEqual([...ofNode, ...['disk', 'clock', 'redis', 'address', 'proxy'].map((check) => `worth-a-look ${check}`)])
  })

  test('does not happen with a clock that is minutes off', async () => {
    await expect(starts(-301, {})).rejects.toThrow(
      'The clock here is 301 seconds behind that of the database. Let both take the time from the network (NTP).',
    )
  })
})

describe('the command', () => {
  let healthy: Record<string, string>
  beforeAll(async () => {
    await useDatabase()
    await aCorporation()
    const metrics = `127.0.0.1:${await freePort()}`
    healthy = {
      PORT: String(await freePort()),
      METRICS_ADDRESS: metrics,
      FREE_DISK_MB: '0',
      DATA_DIR: folder('data'),
      MASTER_KEY: masterKey().toString('base64'),
    }
  })

  async function doctor(env: Record<string, string> = {}) {
    const child = spawn(process.execPath, ['--import', 'tsx', 'app/cli.ts', 'doctor', '--json'], {
      env: { ...process.env, ...healthy, ...env },
    })
    const [output, complained, [code]] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      once(child, 'close'),
    ])
    const { ok, findings } = JSON.parse(output) as { ok: boolean; findings: Finding[] }
    return { code, ok, complained, wrong: findings.filter(({ verdict }) => verdict === 'wrong'), findings }
  }

  test('says 0 when nothing is wrong, having looked at everything', async () => {
    const { code, ok, complained, wrong, findings } = await doctor()
    expect([wrong, ok, code, complained]).toEqual([[], true, 0, ''])
    expect(findings.map(({ check }) => check)).toEqual([
      ...['node', 'pages', 'settings', 'folder', 'disk', 'port', 'address', 'proxy'],
      ...['pooler', 'database', 'clock', 'rights', 'migrations', 'logins', 'master-key', 'schedule'],
    ])
  })

  test.each([
    ['settings', { PORT: 'x' }, 'PORT should be a port number'],
    ['database', { DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none' }, 'Nobody answers'],
    ['master-key', { MASTER_KEY: Buffer.alloc(32, 7).toString('base64') }, 'MASTER_KEY is not the one'],
    ['address', { HOST: '0.0.0.0', PUBLIC_URL: '' }, 'nobody can sign in'],
  ])('says 1 and one sentence when %s is wrong', async (check, env, says) => {
    const { code, ok, complained, wrong } = await doctor(env as Record<string, string>)
    expect([wrong.map((finding) => finding.check), ok, code, complained]).toEqual([[check], false, 1, ''])
    expect(wrong[0]?.says).toContain(says)
    expect(wrong[0]?.says).not.toMatch(/\n\s+at /)
  })

  test('an application that is given the power of the superuser is wrong', async () => {
    const admin = process.env.DATABASE_URL ?? ''
    const { wrong, code } = await doctor({ APP_DATABASE_URL: admin })
    expect([wrong.map(({ check }) => check), code]).toEqual([['logins'], 1])
  })

  test('an owner who may not do what is needed is wrong, with what an administrator runs', async () => {
    await asSuperuser(`CREATE ROLE poor_owner LOGIN PASSWORD 'x'`)
    const url = new URL(process.env.DATABASE_URL ?? '')
    Object.assign(url, { username: 'poor_owner', password: 'x' })
    const { wrong, code } = await doctor({ DATABASE_URL: url.href }).finally(() => asSuperuser('DROP ROLE poor_owner'))
    expect([wrong.map(({ check }) => check), code]).toEqual([['rights'], 1])
    expect(wrong[0]?.says).toContain('ALTER DATABASE')
  })

  test('pending migrations and logins to be made are said, and left', async () => {
    const [last] = await asSuperuser<{ migration_name: string }>(
      `DELETE FROM _prisma_migrations WHERE migration_name = (SELECT max(migration_name) FROM _prisma_migrations) RETURNING migration_name`,
    )
    const { findings, code } = await doctor({ APP_DATABASE_URL: '', QUEUE_DATABASE_URL: '' })
    expect(findings).toContainEqual(expect.objectContaining({ check: 'migrations', verdict: 'worth-a-look' }))
    expect(findings).toContainEqual(
      expect.objectContaining({ check: 'logins', says: expect.stringContaining('not made yet') }),
    )
    expect(code).toBe(0)
    expect(
      await asSuperuser(`SELECT FROM _prisma_migrations WHERE migration_name = $1`, [last?.migration_name]),
    ).toEqual([])
  })

  test('without a database nothing is made', async () => {
    const nothing = join(dir, 'nothing')
    const { findings, code } = await doctor({
      DATABASE_URL: '',
      APP_DATABASE_URL: '',
      QUEUE_DATABASE_URL: '',
      DATA_DIR: nothing,
    })
    expect([findings.find(({ check }) => check === 'database')?.verdict, code, existsSync(nothing)]).toEqual([
      'well',
      0,
      false,
    ])
    writeFileSync(
      join(healthy.DATA_DIR ?? '', 'postgres.json'),
      JSON.stringify({ port: await freePort(), password: 'x' }),
    )
    const asleep = await doctor({ DATABASE_URL: '', APP_DATABASE_URL: '', QUEUE_DATABASE_URL: '' })
    expect(asleep.findings).toContainEqual(expect.objectContaining({ check: 'database', verdict: 'worth-a-look' }))
  })
})
