import { createServer as createHttpServer, type Server } from 'node:http'
import { connectDatabase } from '#app/core/connect-database.server.ts'
import { withTimeout } from '#app/core/with-timeout.ts'
import { rondbelVersion } from './backup/rondbel-version.ts'
import { whyItCannotStart } from './core/cannot-start.ts'
import { consoleToLog } from './core/console-to-log.server.ts'
import { serveDemo } from './core/demo.server.ts'
import { env, SettingsError } from './core/env.server.ts'
import { log } from './core/log.server.ts'
import { redactedError } from './core/redacted-error.ts'
import { startTracing } from './core/start-tracing.server.ts'
import type { OpenPages } from './server.ts'

/** How the pages are come by: `prepare` before anything starts, `open` when the web server is about to listen. */
export type Pages = { prepare?(): void; open(server: Server): Promise<OpenPages> }
type Options = { isDemo: boolean; pages: Pages; readSettings?: (() => void) | undefined }

// What whoever stops us gives us, of that what requests and jobs may take, and what letting go of a connection may. The
// database has what is left: it goes on stopping without us, and the next start waits for it.
const stopPatienceMs = 20_000
const workPatienceMs = 12_000
const requestPatienceMs = 10_000
const closePatienceMs = 1_000
// A long list over a slow line: 250 MB at 1.2 Mbit a second. Node's own five minutes would cut it off.
const uploadPatienceMs = 30 * 60_000

/** How long it may take to stop: until what people or jobs are doing ends, a moment, or all that is left. */
type Patience = 'work' | 'moment' | 'rest'
type Part = { name: string; patience: Patience; stop(): Promise<unknown> }
const parts: Part[] = []
let isStopping = false

/** Starts what ROLE asks for and stops it at SIGTERM; what keeps it from starting is printed, and it leaves with 1. */
export async function start(options: Options) {
  try {
    await startAll(options)
  } catch (error) {
    // What fails because it is being stopped is no reason.
    if (isStopping) return
    console.error(explained(error))
    await stopAll()
    process.exit(1)
  }
}

function explained(error: unknown) {
  if (error instanceof SettingsError) return `Rondbel cannot start, a setting is wrong:\n${error.message}`
  const why = whyItCannotStart(error)
  return why === null ? error : `Rondbel cannot start. ${why}`
}

async function startAll({ isDemo, pages, readSettings }: Options) {
  readSettings?.()
  const { ROLE } = env()
  if (ROLE !== 'worker') pages.prepare?.()
  // Asked to stop while the database starts, it would leave that one running.
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stopAndLeave())
  const connecting = connectDatabase()
  const letGo = () =>
    connecting.then(
      ({ stop }) => stop(),
      () => {},
    )
  parts.push({ name: 'database', patience: 'rest', stop: letGo })
  const stopTracing = await startTracing(rondbelVersion())
  if (stopTracing) parts.push({ name: 'tracing', patience: 'moment', stop: stopTracing })
  await prepareDatabase((await connecting).url)
  if (isDemo) {
    serveDemo()
    await (await import('#prisma/seed.ts')).seedDemo()
  }
  const { startInside } = await import('./inside-server.ts')
  const { runSchedule } = await import('#jobs/schedule.ts')
  const { queueNames, startWorkers } = await import('#jobs/workers/workers.ts')
  const { closeQueues } = await import('#jobs/connection.server.ts')
  parts.push({ name: 'queues', patience: 'moment', stop: () => closeQueues(queueNames) })
  if (ROLE !== 'web') {
    const workers = startWorkers()
    parts.push({ name: 'workers', patience: 'work', stop: () => Promise.all(workers.map((worker) => worker.close())) })
    parts.push({ name: 'schedule', patience: 'moment', stop: runSchedule().stop })
  }
  if (ROLE !== 'worker') await startWeb(pages)
  const inside = await startInside()
  if (inside) parts.push({ name: 'inside', patience: 'moment', stop: () => closeServer(inside, () => {}) })
  console.log(
    ROLE === 'worker' ? 'Rondbel works in the background. Stop with Ctrl+C.' : `Rondbel: ${env().publicUrl.origin}`,
  )
  if (isDemo) (await import('#prisma/seed.ts')).tellWhoMaySignIn()
  if (process.env.NODE_ENV === 'production') consoleToLog()
}

async function prepareDatabase(url: string) {
  const { migrate, isMigrated } = await import('#prisma/migrate.ts')
  const { closeDatabase, pool } = await import('./core/db.server.ts')
  const { assertLeastPrivilege } = await import('#app/core/assert-least-privilege.server.ts')
  const { assertMasterKey } = await import('./corporations/assert-master-key.server.ts')
  const { signInAsLogins } = await import('./core/database-logins.server.ts')
  const { setHealthCheck } = await import('./core/health.server.ts')
  const { keepShippedProtocols } = await import('./triage/keep-shipped.server.ts')
  const { checkAtStart } = await import('./doctor/check-at-start.server.ts')
  const { isQueueReady } = await import('#jobs/connection.server.ts')
  const { secondsBehindSchedule } = await import('#jobs/schedule.ts')
  const { addFigures } = await import('./figures.server.ts')
  await migrate(url)
  await signInAsLogins(url)
  parts.push({ name: 'connections', patience: 'moment', stop: closeDatabase })
  await assertLeastPrivilege()
  await assertMasterKey()
  await keepShippedProtocols()
  await checkAtStart(pool())
  setHealthCheck('migrations', () => isMigrated((text) => pool().query(text)))
  setHealthCheck('queue', isQueueReady)
  setHealthCheck('schedule', () => secondsBehindSchedule(new Date()))
  addFigures()
}

async function startWeb(pages: Pages) {
  const { createServer } = await import('./server.ts')
  const { endStreams, startListening, stopListening } = await import('./core/live.server.ts')
  await startListening()
  parts.push({ name: 'live', patience: 'moment', stop: stopListening })
  const server = createHttpServer()
  server.requestTimeout = uploadPatienceMs
  const open = await pages.open(server)
  server.on('request', createServer(open))
  if (typeof open.build !== 'function') await (await import('./warm-up.server.ts')).warmUp(open.build)
  await new Promise<void>((resolve, reject) => {
    server.listen(env().PORT, env().HOST, resolve)
    server.on('error', reject)
  })
  parts.push({ name: 'web', patience: 'work', stop: () => closeServer(server, endStreams) })
  parts.push({ name: 'pages', patience: 'moment', stop: async () => open.close?.() })
}

/** Lets requests finish; streams of events, which never finish, are ended. */
function closeServer(server: Server, endStreams: () => void) {
  return new Promise<void>((resolve) => {
    server.close(() => resolve())
    endStreams()
    // A browser keeps a connection open for its next request, which must go elsewhere.
    const idle = setInterval(() => server.closeIdleConnections(), 100)
    const late = setTimeout(() => server.closeAllConnections(), requestPatienceMs)
    server.on('close', () => {
      clearInterval(idle)
      clearTimeout(late)
    })
  })
}

async function stopAndLeave() {
  isStopping = true
  setTimeout(() => process.exit(1), stopPatienceMs).unref()
  await stopAll()
  process.exit(0)
}

/**
 * Last started, first stopped: requests end, jobs are handed back, then the database goes. One that will not end does
 * not keep the others: a job that is cut off is undone by the database and done anew after the next start.
 */
async function stopAll() {
  const askedAt = Date.now()
  const endsAt = { work: askedAt + workPatienceMs, moment: 0, rest: askedAt + stopPatienceMs - closePatienceMs }
  for (const part of parts.splice(0).reverse()) {
    const patienceMs = Math.max(closePatienceMs, endsAt[part.patience] - Date.now())
    await withTimeout(patienceMs, part.stop()).catch((error) =>
      log().error({ event: 'stop-failed', part: part.name, error: redactedError(error) }),
    )
  }
}
