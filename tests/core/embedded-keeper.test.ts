import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, expect, test } from 'vitest'
import { type RunningPostgres, startEmbeddedPostgres } from '#app/core/embedded-postgres.server.ts'
import { refusalOf } from '../support/refusal-of.ts'
import { until } from '../support/until.ts'

const dirs: string[] = []
const others: ChildProcess[] = []
const joined: RunningPostgres[] = []

afterEach(async () => {
  for (const other of others.splice(0)) other.kill('SIGKILL')
  for (const postgres of joined.splice(0)) await postgres.stop()
  for (const dir of dirs.splice(0)) rmSync(dir, { recursive: true, force: true })
})

function ownDir() {
  const dir = mkdtempSync(join(tmpdir(), 'rondbel-keeper-'))
  dirs.push(dir)
  return dir
}

/** Another process that starts or joins the database there, and stops in order at a SIGTERM. */
async function other(dir: string) {
  const script = `
    const { startEmbeddedPostgres } = await import('./app/core/embedded-postgres.server.ts')
    const postgres = await startEmbeddedPostgres(${JSON.stringify(dir)})
    process.once('SIGTERM', () => postgres.stop().then(() => process.exit(0)))
    console.log(postgres.isOurs ? 'ours' : 'joined')
    setInterval(() => {}, 1_000)`
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  others.push(child)
  const [said] = await once(child.stdout, 'data')
  return { child, said: String(said).trim() }
}

async function ended(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM') {
  const exit = once(child, 'exit')
  child.kill(signal)
  await exit
}

async function joins(dir: string) {
  const postgres = await startEmbeddedPostgres(dir)
  joined.push(postgres)
  return postgres
}

const isUp = async ({ adminUrl }: RunningPostgres) => (await refusalOf(adminUrl)) === null

async function killServer({ adminUrl }: RunningPostgres) {
  const guest = new pg.Client(adminUrl)
  guest.on('error', () => {})
  await guest.connect()
  const { rows } = await guest.query<{ data_directory: string }>('SHOW data_directory')
  process.kill(Number(readFileSync(`${rows[0]?.data_directory}/postmaster.pid`, 'utf8').split('\n')[0]), 'SIGKILL')
  await guest.end().catch(() => {})
}

test('what a killed process left running is ours: it is kept up, and stopped at our end', async () => {
  const dir = ownDir()
  const first = await other(dir)
  expect(first.said).toBe('ours')
  await ended(first.child, 'SIGKILL')
  const postgres = await joins(dir)
  expect([postgres.isOurs, await isUp(postgres)]).toEqual([true, true])
  await killServer(postgres)
  await until('it is gone', async () => !(await isUp(postgres)))
  await until('it is up again', () => isUp(postgres))
  await postgres.stop()
  expect(await refusalOf(postgres.adminUrl)).toBe('ECONNREFUSED')
}, 60_000)

test('a keeper that lives keeps it; when it is killed, whoever joined takes it over', async () => {
  const dir = ownDir()
  const first = await other(dir)
  const guest = await joins(dir)
  expect(guest.isOurs).toBe(false)
  await guest.stop()
  expect(await isUp(guest)).toBe(true)
  const second = await other(dir)
  expect(second.said).toBe('joined')
  await ended(first.child, 'SIGKILL')
  await until('the other keeps it', () =>
    readFileSync(join(dir, 'postgres-keeper.json'), 'utf8').includes(`"pid":${second.child.pid},`),
  )
  const late = await joins(dir)
  expect(late.isOurs).toBe(false)
  await late.stop()
  await ended(second.child, 'SIGTERM')
  expect(await refusalOf(guest.adminUrl)).toBe('ECONNREFUSED')
}, 60_000)

test('a keeper that stops takes it from nobody for long: whoever joined starts it again', async () => {
  const dir = ownDir()
  const first = await other(dir)
  const guest = await joins(dir)
  await ended(first.child, 'SIGTERM')
  await until('it is up again', () => isUp(guest))
  await guest.stop()
  expect(await refusalOf(guest.adminUrl)).toBe('ECONNREFUSED')
}, 60_000)
