import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { CannotStart, whyItCannotStart } from '#app/core/cannot-start.ts'
import { type RunningPostgres, startEmbeddedPostgres } from '#app/core/embedded-postgres.server.ts'
import { dataPath } from '#app/core/env.server.ts'
import { findPostgres, isRoot, mayBeEntered, withinReach } from '#app/core/postgres-program.server.ts'
import { refusalOf } from '../support/refusal-of.ts'
import { until } from '../support/until.ts'

const dir = mkdtempSync(join(tmpdir(), 'rondbel-fallen-'))
const nobody = { uid: 65_534, gid: 65_534 }
const running: RunningPostgres[] = []
afterAll(async () => {
  await Promise.all(running.map((postgres) => postgres.stop()))
  rmSync(dir, { recursive: true, force: true })
})

async function started(name: string) {
  const postgres = await startEmbeddedPostgres(join(dir, name))
  running.push(postgres)
  return postgres
}

async function pidOf({ adminUrl }: RunningPostgres) {
  const guest = new pg.Client(adminUrl)
  await guest.connect()
  const { rows } = await guest.query<{ data_directory: string }>('SHOW data_directory')
  await guest.end()
  return Number(readFileSync(join(rows[0]?.data_directory ?? '', 'postmaster.pid'), 'utf8').split('\n')[0])
}

test('one that is killed is up again by itself, with what it held, and is stopped for good by its owner', async () => {
  const postgres = await started('killed')
  const guest = new pg.Client(postgres.url)
  guest.on('error', () => {})
  await guest.connect()
  await guest.query('CREATE TABLE kept AS SELECT 1 AS one')
  process.kill(await pidOf(postgres), 'SIGKILL')
  await until('it is gone', async () => (await refusalOf(postgres.url)) !== null)
  await until('it is back', async () => (await refusalOf(postgres.url)) === null)
  const again = new pg.Client(postgres.url)
  await again.connect()
  expect((await again.query('SELECT one FROM kept')).rows).toEqual([{ one: 1 }])
  await again.end()
  await postgres.stop()
  expect(await refusalOf(postgres.url)).toBe('ECONNREFUSED')
})

test('a database that does not start says in a sentence why, and what to do', async () => {
  const broken = await started('broken')
  const folder = (await sql(broken.adminUrl, 'SHOW data_directory')) as string
  await broken.stop()
  writeFileSync(join(folder, 'PG_VERSION'), '11\n')
  const refused = await started('broken').catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(CannotStart)
  expect((refused as Error).message).toMatch(
    /^The database in .+ does not start\. PostgreSQL says: .*incompatible.+ or set DATABASE_URL to a PostgreSQL of your own\.$/,
  )
})

async function sql(url: string, text: string) {
  const guest = new pg.Client(url)
  await guest.connect()
  const { rows } = await guest.query(text)
  await guest.end()
  return Object.values(rows[0])[0]
}

// As root, as on the first day of a rented server: nobody else may enter its folder.
test.runIf(isRoot())(
  'in a folder that only root may enter, programs and data stand where they can be reached',
  async () => {
    const own = join(dir, 'roots-own')
    mkdirSync(own)
    chmodSync(own, 0o700)
    expect(mayBeEntered(own)).toBe(false)
    const postgres = await started('roots-own/data')
    const folder = (await sql(postgres.adminUrl, 'SHOW data_directory')) as string
    expect(mayBeEntered(join(folder, '..'))).toBe(true)
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    await postgres.stop()
    rmSync(join(folder, '..'), { recursive: true, force: true })
  },
)

test.runIf(isRoot())('programs that only root may reach are run from a copy, made once and whole', async () => {
  const own = join(dir, 'roots-programs')
  mkdirSync(own, { mode: 0o700 })
  const { postgres } = await findPostgres()
  cpSync(dirname(dirname(postgres)), join(own, 'native'), { recursive: true, verbatimSymlinks: true })
  // As npm leaves them for somebody who keeps their files to themselves.
  execFileSync('chmod', ['-R', 'go=', join(own, 'native')])
  const programs = { postgres: join(own, 'native/bin/postgres'), initdb: join(own, 'native/bin/initdb') }
  const copyDir = mkdtempSync(join(tmpdir(), 'rondbel-programs-'))
  chmodSync(copyDir, 0o711)
  const copied = withinReach(programs, join(copyDir, 'copy'))
  const version = execFileSync(copied.postgres, ['--version'], { encoding: 'utf8', ...nobody, cwd: '/' })
  expect(version).toContain('(PostgreSQL)')
  expect(readdirSync(copyDir)).toEqual(['copy'])
  const madeAt = statSync(copied.postgres).ctimeMs
  expect(withinReach(programs, join(copyDir, 'copy'))).toEqual(copied)
  expect(statSync(copied.postgres).ctimeMs).toBe(madeAt)
  expect(withinReach(copied, join(copyDir, 'other'))).toEqual(copied)
  rmSync(copyDir, { recursive: true, force: true })
})

test.each([
  ['EADDRINUSE', { port: 3000 }, 'Another program listens on port 3000. Stop that one, or set PORT to another.'],
  ['EACCES', { syscall: 'listen', port: 80 }, 'It may not listen on port 80. Set PORT to 1024 or more.'],
  [
    'EACCES',
    { syscall: 'open', path: '/srv/elsewhere/list.csv' },
    'It may not use /srv/elsewhere/list.csv (open: EACCES). Give it to the user that Rondbel runs as.',
  ],
  [
    'EROFS',
    { syscall: 'mkdir', path: dataPath('secrets') },
    `It may not use ${dataPath('secrets')} (mkdir: EROFS). Give it to the user that Rondbel runs as, or set DATA_DIR to a folder that is its own.`,
  ],
  ['EPERM', { syscall: 'kill' }, 'The system refused it something (kill: EPERM). See as which user it runs.'],
  ['28P01', {}, 'The database refused the password in DATABASE_URL. Set the right one.'],
])('%s is said in a sentence', (code, where, sentence) => {
  expect(whyItCannotStart(Object.assign(new Error('said by a driver'), { code, ...where }))).toBe(sentence)
})

test('a fault of our own is no sentence: its stack tells where', () => {
  expect(whyItCannotStart(new TypeError('x is not a function'))).toBeNull()
})
