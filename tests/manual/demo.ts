import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildIfStale } from '#app/build-if-stale.ts'
import { freePort } from '#tests/support/free-port.ts'
import { until } from '#tests/support/until.ts'
import { openHelpline } from './helpline.ts'

export const password = 'zeven paarse fietsbellen'
const patienceMs = 180_000

/** The demo as anybody starts it, on a data folder that is thrown away and a port that is free. */
export async function runDemo() {
  buildIfStale()
  const dataDir = mkdtempSync(join(tmpdir(), 'rondbel-manual-'))
  const origin = `http://localhost:${await freePort()}`
  const settings = { DATA_DIR: dataDir, PORT: new URL(origin).port, PUBLIC_URL: origin, DEMO_PASSWORD: password }
  const server = spawn(process.execPath, ['--import', 'tsx', 'app/main.ts', '--demo'], {
    env: { ...process.env, ...settings, DATABASE_URL: '', REDIS_URL: '', METRICS_ADDRESS: 'off', LOG_LEVEL: 'error' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const isReady = async () => {
    if (server.exitCode !== null) throw new Error(`Rondbel stopped at its start with ${server.exitCode}.`)
    return fetch(`${origin}/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    )
  }
  await until('the demo answers', isReady, patienceMs)
  const helpline = await openHelpline(dataDir)
  return {
    origin,
    helpline,
    tenantList: readFileSync(join(dataDir, 'demo', 'huurders.csv'), 'utf8'),
    async stop() {
      await helpline.close()
      const ended = server.exitCode === null && once(server, 'exit')
      server.kill('SIGTERM')
      await ended
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
