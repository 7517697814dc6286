import { type ChildProcess, spawn } from 'node:child_process'
import { chownSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { CannotStart } from './cannot-start.ts'
import { log } from './log.server.ts'
import type { PostgresProgram } from './postgres-program.server.ts'

export type Cluster = { program: PostgresProgram; dir: string; port: number; password: string; flags: string[] }

const restartPauseMs = 500

/** Makes the folder of a new database, whose superuser `postgres` has this password. */
export async function initialise({ program, dir, password }: Cluster) {
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  const passwordFile = join(dirname(dir), `.initial-password-${process.pid}`)
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
  if (program.user) for (const path of [dir, passwordFile]) chownSync(path, program.user.uid, program.user.gid)
  const args = [`--pgdata=${dir}`, '--username=postgres', `--pwfile=${passwordFile}`]
  args.push('--auth=scram-sha-256', '--encoding=UTF8', '--locale=C.UTF-8', '--lc-messages=C')
  const child = run(program, 'initdb', args)
  const said = sayings(child)
  const code = await exitOf(child).finally(() => rmSync(passwordFile, { force: true }))
  if (code !== 0) throw new CannotStart(`The database could not be made in ${dir}. ${said()} ${whatToDo}`)
}

const whatToDo = 'Mend that and start again, or set DATABASE_URL to a PostgreSQL of your own.'

/** A server that runs until it is stopped: one that falls over is started again, as often as it takes. */
export class PostgresServer {
  readonly #cluster: Cluster
  #child: ChildProcess | null = null
  #isStopping = false
  readonly #onExit = () => void this.#child?.kill('SIGINT')

  constructor(cluster: Cluster) {
    this.#cluster = cluster
  }

  async start() {
    await this.#run()
    process.on('exit', this.#onExit)
  }

  async #run() {
    const { program, dir, port, flags } = this.#cluster
    const child = run(program, 'postgres', ['-D', dir, '-p', String(port), ...flags])
    const said = sayings(child)
    const isReady = await Promise.race([
      heard(child, 'database system is ready to accept connections'),
      exitOf(child).then(() => false),
    ])
    if (!isReady) throw new CannotStart(`The database in ${dir} does not start. ${said()} ${whatToDo}`)
    this.#child = child
    // With 0 it was asked to stop, by Ctrl+C or by somebody else.
    child.once('exit', (code) => code !== 0 && void this.#restart())
  }

  async #restart() {
    if (!this.#isStopping) log().error({ event: 'database-fell-over' })
    while (!this.#isStopping) {
      const isUp = await this.#run().then(
        () => true,
        () => false,
      )
      if (isUp) return this.#isStopping ? void this.#child?.kill('SIGINT') : undefined
      // What the fallen one left may hold its memory for a moment.
      await sleep(restartPauseMs)
    }
  }

  /** Open work is cut off, what was committed is written out. One that has ended already is not waited for. */
  async stop() {
    this.#isStopping = true
    process.off('exit', this.#onExit)
    const child = this.#child
    if (child?.exitCode !== null || child.signalCode !== null) return
    const ended = exitOf(child)
    child.kill('SIGINT')
    await ended
  }
}

function run(program: PostgresProgram, name: 'postgres' | 'initdb', args: string[]) {
  // From a folder that any user may stand in; messages in English, of which one is waited for.
  return spawn(program[name], args, {
    ...program.user,
    cwd: '/',
    env: { ...process.env, LC_ALL: 'C' },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
}

const exitOf = (child: ChildProcess) =>
  new Promise<number | null>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve(child.exitCode)
    child.once('exit', resolve)
    child.once('error', () => resolve(null))
  })

const heard = (child: ChildProcess, words: string) =>
  new Promise<true>((resolve) => child.stderr?.on('data', (part) => String(part).includes(words) && resolve(true)))

/** The last that it complained of, without the time before it. */
function sayings(child: ChildProcess) {
  let last = ''
  child.once('error', (error: NodeJS.ErrnoException) => {
    last = `It cannot be run (${error.code}).`
  })
  child.stderr?.on('data', (part) => {
    for (const [, complaint] of String(part).matchAll(/(?:FATAL|error|ERROR|PANIC|HINT): +(.+)/g))
      last = `${last} ${complaint}${complaint?.endsWith('.') ? '' : '.'}`.trim()
    last = last.slice(-400)
  })
  return () => (last === '' ? 'It gave no reason.' : `PostgreSQL says: ${last}`)
}
