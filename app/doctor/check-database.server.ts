import pg from 'pg'
import { isMigrated, refuseOldServer, refusePoorOwner } from '#prisma/migrate.ts'
import { assertLeastPrivilege } from '../core/assert-least-privilege.server.ts'
import { CannotStart, whyItCannotStart } from '../core/cannot-start.ts'
import { standingLogins } from '../core/database-logins.server.ts'
import { closeDatabase } from '../core/db.server.ts'
import { standingUrl } from '../core/embedded-postgres.server.ts'
import { env } from '../core/env.server.ts'
import { resetSingleton } from '../core/process-singleton.server.ts'
import { refusePooler } from '../core/refuse-pooler.server.ts'
import { assertMasterKey } from '../corporations/assert-master-key.server.ts'
import { type Finding, well, worthALook, wrong } from './findings.ts'

/** Where the database is: of the settings, or our own, which is looked at when it runs and never started for it. */
export async function checkDatabase(): Promise<Finding[]> {
  const url = env().DATABASE_URL ?? standingUrl(env().dataDir)
  if (url === null) return [well('database', 'There is no database yet; the first start makes one in DATA_DIR.')]
  const owner = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  owner.on('error', () => {})
  try {
    await owner.connect()
  } catch (error) {
    return [unreachable(error)]
  }
  try {
    return await lookedAt(owner, url)
  } finally {
    await owner.end().catch(() => {})
  }
}

function unreachable(error: unknown): Finding {
  if (!env().DATABASE_URL && (error as { code?: string }).code === 'ECONNREFUSED')
    return worthALook(
      'database',
      'The database in DATA_DIR does not run, so it was not looked at.',
      'npm start starts it.',
    )
  return wrong('database', whyItCannotStart(error) ?? 'The database does not answer.', 'Mend that first.')
}

async function lookedAt(owner: pg.Client, url: string): Promise<Finding[]> {
  const noPooler = 'No pooler stands between Rondbel and the database.'
  const rights = await asserted('rights', 'The owner may do all that is needed.', () => refusePoorOwner(owner))
  const findings = [
    await asserted('pooler', noPooler, () => refusePooler('DATABASE_URL', url)),
    await version(owner),
    await checkClock(owner),
    rights,
  ]
  // Who may not do all of it may not look at all of it either.
  if (rights.verdict === 'wrong') return findings
  const migrated = await migrations(owner)
  const logins = await withLogins(owner, url)
  const maySeeKeys = migrated.verdict === 'well' && logins.verdict === 'well' && hasLogins()
  return [...findings, migrated, logins, ...(maySeeKeys ? [await masterKey()] : [])]
}

/** What a start asserts, as a line: its own sentence says what to do. */
async function asserted(check: string, isWell: string, assert: () => Promise<unknown>): Promise<Finding> {
  try {
    await assert()
    return well(check, isWell)
  } catch (error) {
    if (error instanceof CannotStart) return { check, verdict: 'wrong', says: error.message }
    return wrong(check, whyItCannotStart(error) ?? 'The database gave no answer to this.', 'See what PostgreSQL logs.')
  }
}

async function version(owner: pg.Client): Promise<Finding> {
  const { rows } = await owner.query<{ server_version: string }>('SHOW server_version')
  return asserted('database', `PostgreSQL ${rows[0]?.server_version} answers.`, () => refuseOldServer(owner))
}

async function migrations(owner: pg.Client): Promise<Finding> {
  const isNew = async () => !(await owner.query(`SELECT to_regclass('public._prisma_migrations') AS it`)).rows[0]?.it
  const isUpToDate = !(await isNew()) && (await isMigrated((text) => owner.query(text)))
  if (isUpToDate) return well('migrations', 'The database has the schema of this version.')
  return worthALook('migrations', 'The database has not the schema of this version yet.', 'The next start migrates it.')
}

const slightSeconds = 30
const badSeconds = 300

export async function checkClock(database: Pick<pg.Client, 'query'>): Promise<Finding> {
  const askedAt = Date.now()
  const { rows } = await database.query<{ at: Date }>('SELECT clock_timestamp() AS at')
  const here = (askedAt + Date.now()) / 2
  return clockFinding(Math.round((here - (rows[0]?.at.getTime() ?? here)) / 1000))
}

/** By so many seconds the clock here is ahead of the database's. */
export function clockFinding(ahead: number): Finding {
  const seconds = Math.abs(ahead)
  if (seconds <= slightSeconds) return well('clock', 'This machine and the database have the same time.')
  const says = `The clock here is ${seconds} seconds ${ahead > 0 ? 'ahead of' : 'behind'} that of the database.`
  const toDo = 'Let both take the time from the network (NTP).'
  return seconds > badSeconds ? wrong('clock', says, toDo) : worthALook('clock', says, toDo)
}

/** In this process alone the settings name the logins that there are; none is made. */
async function withLogins(owner: pg.Client, url: string): Promise<Finding> {
  const logins = await standingLogins(owner, url)
  if (!logins) return well('logins', 'The logins are not made yet; the next start makes them.')
  Object.assign(process.env, logins)
  resetSingleton('env')
  return asserted('logins', 'Application and queue sign in with no more power than they need.', assertLeastPrivilege)
}

const hasLogins = () => Boolean(env().APP_DATABASE_URL && env().QUEUE_DATABASE_URL)

const masterKey = () =>
  asserted('master-key', 'The master key opens every key that is sealed with it.', assertMasterKey).finally(
    closeDatabase,
  )
