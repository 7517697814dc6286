import { setTimeout as sleep } from 'node:timers/promises'
import { log } from './log.server.ts'
import { becomeKeeper, isAlive, keeperOf, resignAsKeeper, runningServer } from './postgres-keeper.server.ts'
import { type Cluster, PostgresServer } from './postgres-server.server.ts'
import { redactedError } from './redacted-error.ts'

const lookEveryMs = 1_000
const goneWithinMs = 60_000

type Where = { dir: string; clusterDir: string; cluster(): Promise<Cluster> }

/**
 * A database that ran before this process came. As long as its keeper lives it is left alone; when that one was killed this
 * process keeps it, and when it went away, as with a keeper that stopped, this process starts it again.
 */
export class JoinedPostgres {
  readonly #where: Where
  readonly #timer: NodeJS.Timeout
  #server: PostgresServer | null = null
  #isKeeper = false
  #looking: Promise<void> | null = null
  #isStopping = false
  readonly #onExit = () => this.#tellToStop()

  constructor(where: Where) {
    this.#where = where
    this.#timer = setInterval(() => {
      this.#looking ??= this.look()
        .catch((error) => log().error({ event: 'database-not-started', error: redactedError(error) }))
        .finally(() => {
          this.#looking = null
        })
    }, lookEveryMs).unref()
  }

  /** Whether it is this process that stops it. */
  get isKeeper() {
    return this.#isKeeper || this.#server !== null
  }

  async look() {
    const { dir, clusterDir } = this.#where
    const keeper = keeperOf(dir)
    const isSeenTo = keeper === 'another' || (keeper === 'this-process' && !this.#isKeeper)
    if (this.#isStopping || this.#server || isSeenTo) return
    if (runningServer(clusterDir) === null) return this.#start()
    if (keeper !== 'nobody') return
    becomeKeeper(dir)
    this.#isKeeper = true
    process.on('exit', this.#onExit)
    log().warn({ event: 'database-taken-over' })
  }

  async #start() {
    log().error({ event: 'database-went-away' })
    const server = new PostgresServer(await this.#where.cluster())
    await server.start()
    this.#server = server
    becomeKeeper(this.#where.dir)
  }

  async stop() {
    this.#isStopping = true
    clearInterval(this.#timer)
    await this.#looking
    process.off('exit', this.#onExit)
    if (this.#server) await this.#server.stop()
    else if (this.#isKeeper) await this.#stopTheOneThatRan()
    if (this.isKeeper) resignAsKeeper(this.#where.dir)
  }

  /** Another may have become its keeper in the same moment. */
  #tellToStop(): number | null {
    const pid = keeperOf(this.#where.dir) === 'this-process' ? runningServer(this.#where.clusterDir) : null
    if (pid !== null) process.kill(pid, 'SIGINT')
    return pid
  }

  async #stopTheOneThatRan() {
    const pid = this.#tellToStop()
    const end = Date.now() + goneWithinMs
    while (pid !== null && isAlive(pid) && Date.now() < end) await sleep(100)
  }
}
