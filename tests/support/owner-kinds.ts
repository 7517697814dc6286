import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { assertLeastPrivilege } from '#app/core/assert-least-privilege.server.ts'
import { CannotStart } from '#app/core/cannot-start.ts'
import { signInAsLogins } from '#app/core/database-logins.server.ts'
import { closeDatabase, pool } from '#app/core/db.server.ts'
import { resetSingleton } from '#app/core/process-singleton.server.ts'
import { migrate } from '#prisma/migrate.ts'
import { rolesOfLogin, serverRoles } from '#prisma/server-roles.ts'

const database = 'hosted'
const owner = 'owner_of_it'
const password = 'geheim'

/** A way in which an administrator may have prepared a database for Rondbel. */
export type OwnerKind = {
  name: string
  /** Run by the superuser, outside the database and then in it. */
  before: string[]
  inside?: string[]
  /** The administrator has set the addresses of both logins as well. */
  hasSettings?: true
}

const owned = (rights: string) => [
  `CREATE ROLE ${owner} LOGIN ${rights} PASSWORD '${password}'`,
  `CREATE DATABASE ${database} OWNER ${owner}`,
]
const roles = serverRoles.map((role) => `CREATE ROLE ${role} NOLOGIN`)
const made = (login: 'app' | 'queue', of: readonly string[] = rolesOfLogin[login]) =>
  `CREATE ROLE rondbel_${login}_of_${database} LOGIN PASSWORD '${password}' IN ROLE ${of.join(', ')}`

export const ownerKinds: OwnerKind[] = [
  { name: 'a superuser', before: owned('SUPERUSER') },
  { name: 'one who makes roles', before: owned('CREATEROLE') },
  { name: 'one who makes no roles', before: owned('NOCREATEROLE') },
  { name: 'one who makes no roles, where they are', before: [...owned('NOCREATEROLE'), ...roles] },
  {
    name: 'one who makes no roles, where roles and logins are',
    before: [...owned('NOCREATEROLE'), ...roles, made('app'), made('queue')],
    hasSettings: true,
  },
  {
    name: 'one who makes no roles, where an earlier version was made ready',
    before: [
      ...owned('NOCREATEROLE'),
      'CREATE ROLE rondbel_app NOLOGIN',
      'CREATE ROLE rondbel_queue NOLOGIN',
      made('app', ['rondbel_app']),
      made('queue'),
    ],
    hasSettings: true,
  },
  { name: 'one who makes roles, where somebody else made ours', before: [...owned('CREATEROLE'), ...roles] },
  {
    name: 'one to whom the database does not belong',
    before: [`CREATE ROLE ${owner} LOGIN CREATEROLE PASSWORD '${password}'`, `CREATE DATABASE ${database}`],
  },
  {
    name: 'one who comes after another',
    before: owned('CREATEROLE'),
    inside: [
      'CREATE TABLE public._prisma_migrations (id text PRIMARY KEY, checksum text, migration_name text, started_at timestamptz, finished_at timestamptz, applied_steps_count int)',
    ],
  },
  {
    name: 'one beside whom somebody else has a table',
    before: owned('CREATEROLE'),
    inside: ['CREATE TABLE public.of_another ()'],
  },
  {
    name: 'one who may not use the schema',
    before: owned('CREATEROLE'),
    inside: ['DROP SCHEMA public; CREATE SCHEMA public'],
  },
]

export type OwnerTrial = {
  /** What it asked an administrator to run before anything was changed. */
  asked: string[]
  /** Whether it served after exactly that. */
  isServed: boolean
}

/**
 * Starts on a server with an owner of this kind; when it is refused, once more after exactly what was asked for has been
 * run. Throws when a refusal left something behind.
 */
export async function tryOwner(adminUrl: string, { before, inside = [], hasSettings }: OwnerKind): Promise<OwnerTrial> {
  const at = (db: string) => adminUrl.replace(/[^/]*$/, db)
  const as = (login: string) => at(database).replace(/postgres:[^@]+/, `${login}:${password}`)
  const dir = mkdtempSync(join(tmpdir(), 'rondbel-owner-'))
  use({ DATABASE_URL: as(owner), DATA_DIR: dir, APP_DATABASE_URL: undefined, QUEUE_DATABASE_URL: undefined })
  await asSuperuser(at('postgres'), before)
  await asSuperuser(at(database), inside)
  try {
    const asked = await whatIsAsked(as(owner), at(database))
    await asSuperuser(at(database), asked)
    if (hasSettings || asked.some((statement) => statement.includes('LOGIN PASSWORD')))
      use({
        APP_DATABASE_URL: as(`rondbel_app_of_${database}`),
        QUEUE_DATABASE_URL: as(`rondbel_queue_of_${database}`),
      })
    return { asked, isServed: await isServed(as(owner)) }
  } finally {
    await asSuperuser(at('postgres'), tidied)
    rmSync(dir, { recursive: true, force: true })
  }
}

async function whatIsAsked(url: string, adminUrl: string) {
  const refusal = await migrate(url).then(
    () => null,
    (error) => error,
  )
  if (refusal === null) return []
  if (!(refusal instanceof CannotStart)) throw refusal
  const [{ made } = { made: 0 }] = await asSuperuser<{ made: number }>(adminUrl, [
    `SELECT count(*)::int AS made FROM pg_class WHERE relname = 'tenant'`,
  ])
  if (made > 0) throw new Error('It was refused after something had been changed.')
  return [...refusal.message.matchAll(/^ {2}(.+;)$/gm)].map(([, statement = '']) => statement.replace('…', password))
}

async function isServed(url: string) {
  await migrate(url)
  await signInAsLogins(url)
  await assertLeastPrivilege()
  try {
    const { rows } = await pool().query<{ tenants: number }>('SELECT count(*)::int AS tenants FROM tenant')
    return rows[0]?.tenants === 0
  } finally {
    await closeDatabase()
  }
}

const tidied = [
  `DROP DATABASE ${database} WITH (FORCE)`,
  ...[`rondbel_app_of_${database}`, `rondbel_queue_of_${database}`, ...serverRoles, owner].map(
    (role) => `DROP ROLE IF EXISTS ${role}`,
  ),
]

async function asSuperuser<Row extends pg.QueryResultRow>(url: string, statements: readonly string[]): Promise<Row[]> {
  const admin = new pg.Client(url)
  await admin.connect()
  try {
    let rows: Row[] = []
    for (const statement of statements) rows = (await admin.query<Row>(statement)).rows
    return rows
  } finally {
    await admin.end()
  }
}

function use(settings: Record<string, string | undefined>) {
  for (const [name, value] of Object.entries(settings)) {
    if (value === undefined) delete process.env[name]
    else process.env[name] = value
  }
  resetSingleton('env')
}
