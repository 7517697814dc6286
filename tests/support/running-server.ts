import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { buildIfStale } from '#app/build-if-stale.ts'
import { freePort } from './free-port.ts'
import { until } from './until.ts'

/** How many queries the server has asked so far, its memory in bytes, and which packages of OpenTelemetry it has loaded. */
export type Looked = { queries: number; rss: number; heap: number; telemetry: string[] }
export type RunningServer = { origin: string; look(): Promise<Looked>; stop(): Promise<void> }

/** The built product that serves, in a process of its own, on the database of the settings. */
export function runServer(): Promise<RunningServer> {
  buildIfStale()
  return runProcess('app/main.ts', { ROLE: 'web' })
}

/** A process that serves, started by this file, on the database of the settings and with these beside them. */
export async function runProcess(file: string, settings: Record<string, string>): Promise<RunningServer> {
  const origin = `http://localhost:${await freePort()}`
  const counter = join(import.meta.dirname, 'count-queries.ts')
  const server = spawn(process.execPath, ['--import', 'tsx', '--import', counter, file], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: new URL(origin).port,
      PUBLIC_URL: origin,
      METRICS_ADDRESS: 'off',
      LOG_LEVEL: 'error',
      ...settings,
    },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  const isReady = () =>
    fetch(`${origin}/health/live`).then(
      ({ ok }) => ok,
      () => false,
    )
  await until('the server answers', isReady, 60_000)
  let asked: Promise<unknown> = Promise.resolve()
  return {
    origin,
    // One at a time: an answer does not say which question it is to.
    look() {
      const looked = asked.then(async () => {
        const told = once(server, 'message')
        server.send('look')
        return (await told)[0] as Looked
      })
      asked = looked.catch(() => {})
      return looked
    },
    async stop() {
      const ended = once(server, 'exit')
      server.kill('SIGTERM')
      await ended
    },
  }
}
