import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { whyItCannotStart } from '#app/core/cannot-start.ts'
import { freePort } from '#app/core/embedded-postgres.server.ts'
import { isRoot } from '#app/core/postgres-program.server.ts'
import { refusePooler } from '#app/core/refuse-pooler.server.ts'
import { migrate } from '#prisma/migrate.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'
import { refusalOf } from '#tests/support/refusal-of.ts'
import { until } from '#tests/support/until.ts'

const isThere = spawnSync('pgbouncer', ['--version']).status === 0
const dir = mkdtempSync(join(tmpdir(), 'rondbel-pooler-'))
const running: ChildProcess[] = []
let direct: URL
beforeAll(async () => {
  direct = new URL(await useDatabase())
})
afterAll(() => {
  for (const pooler of running) pooler.kill('SIGINT')
  rmSync(dir, { recursive: true, force: true })
})

/** PgBouncer before our database; gives the address that leads through it. */
async function through(mode: 'transaction' | 'session', more = '') {
  const port = await freePort()
  const users = join(dir, 'users')
  const config = join(dir, `${mode}-${port}.ini`)
  chmodSync(dir, 0o755)
  writeFileSync(users, `"${direct.username}" "${direct.password}"\n`)
  const [, database] = direct.pathname.split('/')
  writeFileSync(
    config,
    `[databases]\n${database} = host=127.0.0.1 port=${direct.port}\n[pgbouncer]\nlisten_addr = 127.0.0.1\nlisten_port = ${port}
unix_socket_dir =\nauth_type = scram-sha-256\nauth_file = ${users}\npool_mode = ${mode}\n${more}\n`,
  )
  // It does not run as root.
  const user = isRoot() ? { uid: 65_534, gid: 65_534 } : {}
  running.push(spawn('pgbouncer', [config], { stdio: 'ignore', cwd: '/', ...user }))
  const url = new URL(direct)
  url.port = String(port)
  await until('the pooler lets us in', async () => (await refusalOf(url.href)) === null)
  return url.href
}

test('PostgreSQL itself is no pooler', async () => {
  await expect(refusePooler('DATABASE_URL', direct.href)).resolves.toBeUndefined()
})

// Where there is one to try.
describe.runIf(isThere)('a pooler', () => {
  test('that shares a connection between transactions is refused before anything is asked of it, and holds no lock', async () => {
    const url = await through('transaction', 'ignore_startup_parameters = options')
    await expect(migrate(url)).rejects.toThrow(
      /^DATABASE_URL leads to a pooler that shares a connection between transactions/,
    )
    expect(await asSuperuser(`SELECT FROM pg_locks WHERE locktype = 'advisory'`)).toEqual([])
  })

  test('that keeps a connection for as long as somebody is there is used', async () => {
    const url = await through('session', 'ignore_startup_parameters = options')
    await expect(migrate(url)).resolves.toEqual([])
    expect(await asSuperuser(`SELECT FROM pg_locks WHERE locktype = 'advisory'`)).toEqual([])
  })

  test('that takes none of our parameters is said in a sentence', async () => {
    const url = await through('session')
    const guest = new pg.Client({ connectionString: url, options: '-c role=rondbel_app' })
    const refusal = await guest.connect().catch((error: unknown) => error)
    expect(whyItCannotStart(refusal)).toContain('a pooler that does not pass on')
  })
})
