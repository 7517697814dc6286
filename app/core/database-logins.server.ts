import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import pg from 'pg'
import type { WantedLogin } from '#prisma/owner-rights.ts'
import { rolesOfLogin } from '#prisma/server-roles.ts'
import { CannotStart } from './cannot-start.ts'
import { dataPath, env } from './env.server.ts'
import { resetSingleton } from './process-singleton.server.ts'

// Who signs in to the database: the owner to migrate, and to back up and restore; the application and the queue as logins of
// their own, which may be what the roles are that transactions work under and nothing more.

type Login = 'app' | 'queue'
type Passwords = Record<Login, string>
/** Addresses of one database, with the login in them. */
export type LoginUrls = { APP_DATABASE_URL: string; QUEUE_DATABASE_URL: string }

const lockNumber = 7_703
const longestName = 63
/** Refused by the server for who asks or for their password; anything else is another fault. */
const refusals = new Set(['28P01', '28000'])

/**
 * From here on this process works as its logins. Those that the settings do not name are made, or get their password again,
 * by the owner whom `ownerUrl` signs in; nothing happens when they are right already.
 */
export async function signInAsLogins(ownerUrl: string) {
  const { APP_DATABASE_URL, QUEUE_DATABASE_URL } = env()
  if (APP_DATABASE_URL && QUEUE_DATABASE_URL) return
  const made = await makeLogins(ownerUrl, keptPasswords())
  process.env.APP_DATABASE_URL = APP_DATABASE_URL ?? made.APP_DATABASE_URL
  process.env.QUEUE_DATABASE_URL = QUEUE_DATABASE_URL ?? made.QUEUE_DATABASE_URL
  resetSingleton('env')
}

/**
 * The logins as they stand, for whoever looks and makes nothing; null when one that the settings do not name is not let in
 * yet. `owner` is signed in at `ownerUrl`.
 */
export async function standingLogins(owner: pg.Client, ownerUrl: string): Promise<LoginUrls | null> {
  const { APP_DATABASE_URL, QUEUE_DATABASE_URL } = env()
  if (APP_DATABASE_URL && QUEUE_DATABASE_URL) return { APP_DATABASE_URL, QUEUE_DATABASE_URL }
  if (!existsSync(passwordFile())) return null
  const passwords = keptPasswords()
  const urlOf = async (login: Login) => urlAs(ownerUrl, await nameOf(owner, login), passwords[login])
  const made = { app: await urlOf('app'), queue: await urlOf('queue') }
  if (!APP_DATABASE_URL && (await refusalOf(made.app)) !== null) return null
  if (!QUEUE_DATABASE_URL && (await refusalOf(made.queue)) !== null) return null
  return { APP_DATABASE_URL: APP_DATABASE_URL ?? made.app, QUEUE_DATABASE_URL: QUEUE_DATABASE_URL ?? made.queue }
}

/** The logins that the settings do not name, and as whom they act. */
export async function loginsToMake(owner: pg.Client): Promise<WantedLogin[]> {
  const { APP_DATABASE_URL, QUEUE_DATABASE_URL } = env()
  const wanted = { app: !APP_DATABASE_URL, queue: !QUEUE_DATABASE_URL }
  const names = (['app', 'queue'] as const).filter((login) => wanted[login])
  return Promise.all(names.map(async (login) => ({ name: await nameOf(owner, login), roles: rolesOfLogin[login] })))
}

/** Throws CannotStart when the owner may not make them, or the server does not let them in. */
export async function makeLogins(ownerUrl: string, passwords: Passwords): Promise<LoginUrls> {
  const owner = new pg.Client(ownerUrl)
  await owner.connect()
  try {
    const urls = { app: '', queue: '' }
    for (const login of ['app', 'queue'] as const)
      urls[login] = await makeLogin(owner, ownerUrl, { login, password: passwords[login] })
    return { APP_DATABASE_URL: urls.app, QUEUE_DATABASE_URL: urls.queue }
  } finally {
    await owner.end()
  }
}

async function makeLogin(owner: pg.Client, ownerUrl: string, wanted: { login: Login; password: string }) {
  const name = await nameOf(owner, wanted.login)
  const url = urlAs(ownerUrl, name, wanted.password)
  if ((await refusalOf(url)) === null && (await mayBe(owner, name, wanted.login))) return url
  await grantLogin(owner, name, wanted).catch(async (error: { code?: string; message: string }) => {
    await owner.query('ROLLBACK')
    throw new CannotStart(
      `The owner of the database may not make the login ${name} (${error.code}). ${makeThemYourself}`,
    )
  })
  const refusal = await refusalOf(url)
  if (refusal === null) return url
  throw new CannotStart(`The database does not let ${name} in (${refusal}): look at pg_hba.conf. ${makeThemYourself}`)
}

const makeThemYourself =
  'Or make the logins yourself and set APP_DATABASE_URL and QUEUE_DATABASE_URL, as docs/operations.md tells.'

/** Roles belong to the whole server, on which there may be more than one installation. */
async function nameOf(owner: pg.Client, login: Login) {
  const { rows } = await owner.query<{ name: string }>('SELECT current_database() AS name')
  return `rondbel_${login}_of_${rows[0]?.name}`.slice(0, longestName)
}

async function mayBe(owner: pg.Client, name: string, login: Login) {
  const { rows } = await owner.query<{ is: boolean }>(
    `SELECT bool_and(pg_has_role($1, role, 'USAGE')) AS is FROM unnest($2::text[]) role`,
    [name, rolesOfLogin[login]],
  )
  return rows[0]?.is === true
}

async function grantLogin(owner: pg.Client, name: string, { login, password }: { login: Login; password: string }) {
  await owner.query('BEGIN')
  // Processes that start at once would make it twice.
  await owner.query('SELECT pg_advisory_xact_lock($1)', [lockNumber])
  const { rowCount } = await owner.query('SELECT FROM pg_roles WHERE rolname = $1', [name])
  const role = owner.escapeIdentifier(name)
  // As a verifier: a server may write down the statements it is given.
  const secret = owner.escapeLiteral(verifierOf(password))
  await owner.query(`${rowCount === 0 ? 'CREATE' : 'ALTER'} ROLE ${role} LOGIN INHERIT PASSWORD ${secret}`)
  if (!(await mayBe(owner, name, login))) await owner.query(`GRANT ${rolesOfLogin[login].join(', ')} TO ${role}`)
  await owner.query('COMMIT')
}

function urlAs(ownerUrl: string, name: string, password: string) {
  const url = new URL(ownerUrl)
  url.username = encodeURIComponent(name)
  url.password = encodeURIComponent(password)
  return url.href
}

async function refusalOf(url: string): Promise<string | null> {
  const client = new pg.Client(url)
  try {
    await client.connect()
    return null
  } catch (error) {
    const { code } = error as { code?: string }
    if (code && refusals.has(code)) return code
    throw error
  } finally {
    await client.end().catch(() => {})
  }
}

/** What PostgreSQL keeps of a password with SCRAM-SHA-256 (RFC 5803): it can be checked, and not be read back. */
function verifierOf(password: string) {
  const iterations = 4_096
  const salt = randomBytes(16)
  const salted = pbkdf2Sync(password, salt, iterations, 32, 'sha256')
  const keyed = (text: string) => createHmac('sha256', salted).update(text).digest()
  const stored = createHash('sha256').update(keyed('Client Key')).digest('base64')
  const server = keyed('Server Key').toString('base64')
  return `SCRAM-SHA-256$${iterations}:${salt.toString('base64')}$${stored}:${server}`
}

const passwordFile = () => dataPath('secrets', 'database-logins.json')

/** Beside the master key, for all processes that share the data folder. */
function keptPasswords(): Passwords {
  const file = passwordFile()
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    const made: Passwords = { app: newPassword(), queue: newPassword() }
    // 'wx': of two processes that start at once, one writes and both read the same.
    try {
      writeFileSync(file, JSON.stringify(made), { mode: 0o600, flag: 'wx' })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
  return JSON.parse(readFileSync(file, 'utf8')) as Passwords
}

const newPassword = () => randomBytes(24).toString('base64url')
