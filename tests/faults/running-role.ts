import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { freePort } from '#tests/support/free-port.ts'
import { until } from '#tests/support/until.ts'

const patienceMs = 120_000

/** One process of the product, web or worker, on the database of the settings: killed with -9 and started again at will. */
export class RunningRole {
  readonly origin: string
  readonly #role: 'web' | 'worker'
  readonly #settings: Record<string, string>
  readonly #inside: string
  #child: ChildProcess | null = null

  private constructor(role: 'web' | 'worker', ports: [number, number], settings: Record<string, string>) {
    this.#role = role
    this.origin = `http://127.0.0.1:${ports[0]}`
    this.#inside = `127.0.0.1:${ports[1]}`
    this.#settings = settings
  }

  static async start(role: 'web' | 'worker', settings: Record<string, string>): Promise<RunningRole> {
    const running = new RunningRole(role, [await freePort(), await freePort()], settings)
    await running.start()
    return running
  }

  /** Until it answers. */
  async start() {
    this.#child = spawn(process.execPath, ['--import', 'tsx', 'app/main.ts'], {
      env: {
        ...process.env,
        ...this.#settings,
        NODE_ENV: 'production',
        LOG_LEVEL: 'silent',
        FREE_DISK_MB: '0',
        ROLE: this.#role,
        PORT: new URL(this.origin).port,
        PUBLIC_URL: this.origin,
        METRICS_ADDRESS: this.#inside,
      },
      stdio: 'ignore',
    })
    const asked = this.#role === 'web' ? `${this.origin}/health/live` : `http://${this.#inside}/health/ready`
    // Whatever it answers: what it needs may be down as well.
    const isUp = () =>
      fetch(asked).then(
        () => true,
        () => false,
      )
    await until(`the ${this.#role} answers`, isUp, patienceMs)
  }

  async kill(signal: 'SIGKILL' | 'SIGTERM' = 'SIGKILL') {
    const child = this.#child
    this.#child = null
    if (!child) return
    const ended = once(child, 'exit')
    child.kill(signal)
    await ended
  }
}
