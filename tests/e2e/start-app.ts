import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildIfStale } from '#app/build-if-stale.ts'
import { signInAsLogins } from '#app/core/database-logins.server.ts'
import { startEmbeddedPostgres } from '#app/core/embedded-postgres.server.ts'

const port = Number(process.env.E2E_PORT ?? 4173)
const patienceMs = 180_000

/** The whole product as it is started for real, on a database of its own; the journeys reach both. */
export default async function startApp() {
  buildIfStale()
  const dataDir = mkdtempSync(join(tmpdir(), 'rondbel-e2e-'))
  const postgres = await startEmbeddedPostgres(dataDir)
  Object.assign(process.env, {
    DATABASE_URL: postgres.url,
    DATA_DIR: dataDir,
    PORT: String(port),
    PUBLIC_URL: `http://localhost:${port}`,
    LOG_LEVEL: 'error',
  })
  const app = spawn(process.execPath, ['--import', 'tsx', 'tests/e2e/app-of-journeys.ts'], {
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const stop = async () => {
    const ended = app.exitCode === null && new Promise((resolve) => app.on('exit', resolve))
    app.kill('SIGTERM')
    await ended
    await postgres.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
  await ready(app).catch(async (error) => {
    await stop()
    throw error
  })
  // It has made them; the journeys look into its database as the same.
  await signInAsLogins(postgres.url)
  return stop
}

async function ready(app: ChildProcess) {
  const until = Date.now() + patienceMs
  while (Date.now() < until) {
    if (app.exitCode !== null) throw new Error(`Rondbel stopped at its start with ${app.exitCode}.`)
    const answer = await fetch(`http://localhost:${port}/health/ready`, { signal: AbortSignal.timeout(5_000) }).catch(
      () => null,
    )
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  throw new Error('Rondbel was not ready in time.')
}
