import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { signInAsLogins } from '#app/core/database-logins.server.ts'
import { closeDatabase } from '#app/core/db.server.ts'
import { ownerName } from '#app/core/embedded-owner.server.ts'
import { standingUrl } from '#app/core/embedded-postgres.server.ts'
import type { Health } from '#app/core/health.server.ts'
import { resetSingleton } from '#app/core/process-singleton.server.ts'
import { closeQueues } from '#jobs/connection.server.ts'
import { queueNames } from '#jobs/workers/workers.ts'
import { freePort } from '#tests/support/free-port.ts'
import { until } from '#tests/support/until.ts'

const startPatienceMs = 120_000
const lookEveryMs = 200
const takenPauseMs = 3_000
const portTaken = /listens on port|Address already in use|could not create any TCP/

/** The product as `npm start` starts it: web and worker, on a data folder of its own and the database in it. */
export class RunningRondbel {
  readonly dir: string
  readonly #settings: Record<string, string>
  readonly #inside: string
  readonly origin: string
  #child: ChildProcess | null = null

  constructor(dir: string, ports: { web: number; inside: number }, settings: Record<string, string>) {
    this.dir = dir
    this.#inside = `127.0.0.1:${ports.inside}`
    this.origin = `http://127.0.0.1:${ports.web}`
    this.#settings = { ...settings, PUBLIC_URL: this.origin, PORT: String(ports.web), METRICS_ADDRESS: this.#inside }
  }

  /** Its settings, for a command on the same folder. */
  get env(): NodeJS.ProcessEnv {
    const given: NodeJS.ProcessEnv = { ...process.env, NODE_ENV: 'production', LOG_LEVEL: 'silent', FREE_DISK_MB: '0' }
    for (const name of ['DATABASE_URL', 'APP_DATABASE_URL', 'QUEUE_DATABASE_URL']) Object.assign(given, { [name]: '' })
    return { ...given, ROLE: 'all', DATA_DIR: this.dir, REDIS_URL: '', MASTER_KEY: '', ...this.#settings }
  }

  /** Until it is ready. A port that was free a moment ago may be that of somebody's connection now, which passes. */
  async start(tries = 3): Promise<void> {
    const { child, ended } = this.#begin()
    this.#child = child
    const isUp = until('Rondbel is ready', async () => (await this.health())?.isReady === true, startPatienceMs)
    const why = await Promise.race([isUp.then(() => null), ended])
    if (why && tries > 1 && portTaken.test(why.said)) return sleep(takenPauseMs).then(() => this.start(tries - 1))
    if (why) throw new Error(`Rondbel ended with ${why.code}: ${why.said}`)
  }

  /** What it says and with which code it ends when it is not expected to stay. */
  async refusal(settings: Record<string, string> = {}): Promise<{ code: number | null; said: string }> {
    const { child, ended } = this.#begin(settings)
    const late = sleep(startPatienceMs, null, { ref: false }).then(() => child.kill('SIGTERM'))
    void late
    return ended
  }

  #begin(settings: Record<string, string> = {}) {
    const child = spawn(process.execPath, ['--import', 'tsx', 'app/main.ts'], {
      env: { ...this.env, ...settings },
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let said = ''
    child.stderr.on('data', (part) => {
      said = `${said}${part}`.slice(-2_000)
    })
    const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, said: said.trim() }))
    return { child, ended }
  }

  /** As it is told to this machine; null when nobody answers in time. */
  health(): Promise<Health | null> {
    return fetch(`http://${this.#inside}/health/ready`, { signal: AbortSignal.timeout(5_000) })
      .then((answer) => answer.json() as Promise<Health>)
      .catch(() => null)
  }

  async stop() {
    const child = this.#child
    this.#child = null
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill('SIGTERM')
    await ended
  }
}

/** By how many seconds from now this is so; looked at five times a second. */
export async function secondsUntil(what: string, isSo: () => Promise<boolean>, patienceMs: number) {
  const askedAt = performance.now()
  const slowly = async () => (await isSo()) || sleep(lookEveryMs, false)
  await until(what, slowly, patienceMs)
  return Math.round((performance.now() - askedAt) / 100) / 10
}

type Where = { dir?: string; settings?: Record<string, string> }

/**
 * Starts it, lets this process work in its database and queue as well, and takes all of it away. `owner` sees everything:
 * it is the superuser.
 */
export async function withRondbel<T>(
  { dir = mkdtempSync(join(tmpdir(), 'rondbel-fault-')), settings = {} }: Where,
  work: (rondbel: RunningRondbel, owner: pg.Client) => Promise<T>,
): Promise<T> {
  const ports = { web: await freePort(), inside: await freePort() }
  const rondbel = new RunningRondbel(dir, ports, settings)
  try {
    await rondbel.start()
    const owner = await workIn(rondbel)
    return await work(rondbel, owner).finally(() => owner.end().catch(() => {}))
  } finally {
    // Without its settings there is nothing open; what went wrong before is told, and not this.
    await closeQueues(queueNames).catch(() => {})
    await closeDatabase().catch(() => {})
    await rondbel.stop()
    for (const name of ['DATABASE_URL', 'APP_DATABASE_URL', 'QUEUE_DATABASE_URL', 'REDIS_URL']) delete process.env[name]
    for (const name of ['env', 'data-keys', 'master-key']) resetSingleton(name)
    rmSync(dir, { recursive: true, force: true })
  }
}

/** This process signs in to the database and queue of one that runs, and gives its superuser. */
export async function workIn({ dir, env }: RunningRondbel): Promise<pg.Client> {
  const url = standingUrl(dir) ?? ''
  Object.assign(process.env, { DATABASE_URL: url, DATA_DIR: dir, LOG_LEVEL: 'silent', REDIS_URL: env.REDIS_URL })
  resetSingleton('env')
  await signInAsLogins(url)
  const owner = new pg.Client(url.replace(`//${ownerName}:`, '//postgres:'))
  // Without a listener a connection that breaks ends the process.
  owner.on('error', () => {})
  await owner.connect()
  return owner
}
