import { createHash, randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { ownerName, prepareOwner } from './embedded-owner.server.ts'
import { JoinedPostgres } from './joined-postgres.server.ts'
import { becomeKeeper, resignAsKeeper } from './postgres-keeper.server.ts'
import { findPostgres, isRoot, mayBeEntered, sharedDir } from './postgres-program.server.ts'
import { type Cluster, initialise, PostgresServer } from './postgres-server.server.ts'

export type RunningPostgres = {
  /** As the owner of the database. */
  url: string
  /** As the superuser, whom nothing needs but who looks after the server as a whole. */
  adminUrl: string
  stop(): Promise<void>
  isOurs: boolean
}

// A large database may need this long to write out what it holds before it goes.
const waitMs = 60_000

type Settings = { port: number; password: string }

/**
 * PostgreSQL out of a package, its data in `dir`: made when new, started when it does not run, joined when it does, waited
 * for when it is on its way up or down. One whose keeper was killed is ours from then on.
 * Also as root, for whom it makes and uses a user `postgres`.
 */
export async function startEmbeddedPostgres(
  dir: string,
  database = 'rondbel',
  flags: string[] = [],
): Promise<RunningPostgres> {
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  const settings = await readSettings(dir)
  const urlAs = (user: string) => `postgresql://${user}:${settings.password}@127.0.0.1:${settings.port}/${database}`
  const urls = { url: urlAs(ownerName), adminUrl: urlAs('postgres') }
  const ourDir = clusterDir(dir)
  const cluster = async () => ({
    ...settings,
    program: await findPostgres(),
    dir: ourDir,
    flags: [...ourFlags, ...flags],
  })
  if (await isUp(urls.adminUrl.replace(/[^/]*$/, 'postgres'))) {
    const joined = new JoinedPostgres({ dir, clusterDir: ourDir, cluster })
    await joined.look()
    return { ...urls, isOurs: joined.isKeeper, stop: () => joined.stop() }
  }
  const server = await startedServer(await cluster())
  becomeKeeper(dir)
  await prepareOwner({ adminUrl: urls.adminUrl, database, password: settings.password })
  const stop = () => server.stop().then(() => resignAsKeeper(dir))
  return { ...urls, isOurs: true, stop }
}

async function startedServer(cluster: Cluster) {
  if (!existsSync(join(cluster.dir, 'PG_VERSION'))) await initialise(cluster)
  const server = new PostgresServer(cluster)
  await server.start()
  return server
}

/** Where the one in this folder lets its owner in when it runs; null when none was ever made there. */
export function standingUrl(dir: string): string | null {
  const standing = standingSettings(dir)
  return standing && `postgresql://${ownerName}:${standing.password}@127.0.0.1:${standing.port}/rondbel`
}

const ourFlags = ['listen_addresses=127.0.0.1', 'max_connections=200', 'shared_buffers=256MB'].flatMap((setting) => [
  '-c',
  setting,
])

/**
 * Beside our other data, except for root in a folder that others may not enter, such as /root: PostgreSQL runs as the
 * user `postgres` then and could not reach it.
 */
function clusterDir(dir: string) {
  if (!isRoot()) return join(dir, 'postgres')
  chmodSync(dir, 0o711)
  if (mayBeEntered(dir)) return join(dir, 'postgres')
  const elsewhere = join(sharedDir, createHash('sha256').update(dir).digest('hex').slice(0, 12))
  mkdirSync(elsewhere, { recursive: true, mode: 0o711 })
  return join(elsewhere, 'postgres')
}

const settingsFile = (dir: string) => join(dir, 'postgres.json')

const standingSettings = (dir: string): Settings | null =>
  existsSync(settingsFile(dir)) ? JSON.parse(readFileSync(settingsFile(dir), 'utf8')) : null

/** Port and password stay the same for as long as the data stays. */
async function readSettings(dir: string): Promise<Settings> {
  const standing = standingSettings(dir)
  if (standing) return standing
  const settings = { port: await freePort(), password: randomBytes(24).toString('base64url') }
  writeFileSync(settingsFile(dir), JSON.stringify(settings), { mode: 0o600 })
  return settings
}

export async function freePort() {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (typeof address !== 'object' || !address) throw new Error('No free port.')
  return address.port
}

async function isUp(url: string) {
  const end = Date.now() + waitMs
  while (true) {
    const refusal = await refusalOf(url)
    if (refusal !== isOnItsWay || Date.now() > end) return refusal === null
    await sleep(200)
  }
}

const isOnItsWay = '57P03'

/** Why PostgreSQL lets nobody in, by its code or that of the system; null when it does. */
async function refusalOf(url: string): Promise<string | null> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 })
  try {
    await client.connect()
    return null
  } catch (error) {
    return (error as { code?: string }).code ?? 'no-answer'
  } finally {
    await client.end().catch(() => {})
  }
}
