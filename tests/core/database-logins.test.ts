import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeAll, expect, inject, test } from 'vitest'
import { assertLeastPrivilege } from '#app/core/assert-least-privilege.server.ts'
import { CannotStart } from '#app/core/cannot-start.ts'
import { makeLogins, signInAsLogins } from '#app/core/database-logins.server.ts'
import { closeDatabase, pool } from '#app/core/db.server.ts'
import { startEmbeddedPostgres } from '#app/core/embedded-postgres.server.ts'
import { dataPath } from '#app/core/env.server.ts'
import { resetSingleton } from '#app/core/process-singleton.server.ts'
import { migrate } from '#prisma/migrate.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'

let url: string
let logins: Record<string, string | undefined>
beforeAll(async () => {
  url = await useDatabase()
  logins = { APP_DATABASE_URL: process.env.APP_DATABASE_URL, QUEUE_DATABASE_URL: process.env.QUEUE_DATABASE_URL }
})
afterEach(() => use({ DATABASE_URL: url, ...logins }))

function use(settings: Record<string, string | undefined>) {
  for (const [name, value] of Object.entries(settings)) {
    if (value === undefined) delete process.env[name]
    else process.env[name] = value
  }
  resetSingleton('env')
}

async function asLogin<Row extends pg.QueryResultRow>(login: string | undefined, text: string) {
  const client = new pg.Client(login)
  await client.connect()
  return client.query<Row>(text).finally(() => client.end())
}

test('what signs in for the application can become nobody else, whatever statement it is given', async () => {
  const [session] = (await pool().query('SELECT session_user, current_user')).rows
  expect(session).toMatchObject({
    session_user: expect.stringContaining('rondbel_app_of_'),
    current_user: 'rondbel_app',
  })
  const outOfRole = (statement: string) => pool().query(`RESET ROLE; SET ROLE NONE; ${statement}`)
  for (const statement of [
    'SET ROLE postgres',
    'SET SESSION AUTHORIZATION postgres',
    'SET ROLE rondbel_queue',
    "COPY (SELECT 1) TO PROGRAM 'id'",
    "SELECT pg_read_file('PG_VERSION')",
    'DELETE FROM audit_event',
    'ALTER TABLE tenant DISABLE ROW LEVEL SECURITY',
    'CREATE ROLE another LOGIN',
  ])
    await expect(outOfRole(statement), statement).rejects.toMatchObject({ code: '42501' })
})

test('what signs in for the queue sees nothing of the application', async () => {
  for (const statement of ['SET ROLE rondbel_app', 'SELECT FROM tenant', 'SET ROLE postgres'])
    await expect(asLogin(logins.QUEUE_DATABASE_URL, statement), statement).rejects.toMatchObject({ code: '42501' })
})

test.each(['APP_DATABASE_URL', 'QUEUE_DATABASE_URL'])(
  'a login of %s that may be more is refused at the start',
  async (name) => {
    await expect(assertLeastPrivilege()).resolves.toBeUndefined()
    use({ [name]: inject('adminUrl').replace(/[^/]*$/, new URL(url).pathname.slice(1)) })
    await expect(assertLeastPrivilege()).rejects.toThrow(CannotStart)
    await expect(assertLeastPrivilege()).rejects.toThrow(/and nothing more; postgres is a superuser\./)
  },
)

test('a login that could become more by one statement is refused as well', async () => {
  await asSuperuser(
    `CREATE ROLE owner_of_much; CREATE ROLE sly LOGIN PASSWORD 'sly'; GRANT rondbel_app, owner_of_much TO sly`,
  )
  await asSuperuser('CREATE TABLE much (); ALTER TABLE much OWNER TO owner_of_much')
  use({ APP_DATABASE_URL: url.replace(/rondbel:[^@]+/, 'sly:sly') })
  await expect(assertLeastPrivilege()).rejects.toThrow('sly owns what is in the schema public.')
  await asSuperuser('DROP TABLE much; DROP ROLE sly; DROP ROLE owner_of_much')
})

test('a login that may not work for a desk is refused with what to run, and so are roles that are members of each other', async () => {
  await asSuperuser(`CREATE ROLE early LOGIN PASSWORD 'early'; GRANT rondbel_app TO early`)
  use({ APP_DATABASE_URL: url.replace(/rondbel:[^@]+/, 'early:early') })
  await expect(assertLeastPrivilege()).rejects.toThrow('GRANT rondbel_desk, rondbel_guest TO early;')
  await asSuperuser('GRANT rondbel_desk, rondbel_guest TO early; GRANT rondbel_desk TO rondbel_app')
  await expect(assertLeastPrivilege()).rejects.toThrow('REVOKE rondbel_desk FROM rondbel_app;')
  await asSuperuser('REVOKE rondbel_desk FROM rondbel_app')
  await expect(assertLeastPrivilege()).resolves.toBeUndefined()
  await asSuperuser('DROP ROLE early')
})

test('the logins are made once, their passwords kept for us alone, and given again when somebody changed them', async () => {
  use({ APP_DATABASE_URL: undefined, QUEUE_DATABASE_URL: undefined })
  await signInAsLogins(url)
  const file = dataPath('secrets', 'database-logins.json')
  expect(statSync(file).mode & 0o777).toBe(0o600)
  const made = process.env.APP_DATABASE_URL
  const [{ name, secret } = { name: '', secret: '' }] = await asSuperuser<{ name: string; secret: string }>(
    `SELECT rolname AS name, rolpassword AS secret FROM pg_authid WHERE rolname = 'rondbel_app_of_' || current_database()`,
  )
  expect(secret).toMatch(/^SCRAM-SHA-256\$4096:/)
  await asSuperuser(`ALTER ROLE ${name} PASSWORD 'of somebody else'`)
  use({ APP_DATABASE_URL: undefined, QUEUE_DATABASE_URL: undefined })
  await signInAsLogins(url)
  expect(process.env.APP_DATABASE_URL).toBe(made)
  expect((await asLogin(made, 'SELECT session_user AS name')).rows).toEqual([{ name }])
  await asSuperuser(`DROP ROLE ${name}; DROP ROLE ${name.replace('_app_', '_queue_')}`)
})

test('an owner who may not make them says so, and what to do', async () => {
  await asSuperuser(`CREATE ROLE poor LOGIN PASSWORD 'poor'; GRANT rondbel_app, rondbel_queue TO poor`)
  const asPoor = url.replace(/rondbel:[^@]+/, 'poor:poor')
  const refused = makeLogins(asPoor, { app: 'a', queue: 'b' })
  await expect(refused).rejects.toThrow(
    /may not make the login rondbel_app_of_.+ set APP_DATABASE_URL and QUEUE_DATABASE_URL/,
  )
  await asSuperuser('DROP ROLE poor')
})

test('on a server of its own an owner who is no superuser brings everything up, as at a hoster', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'rondbel-hoster-'))
  const postgres = await startEmbeddedPostgres(dir)
  await asLogin(postgres.adminUrl, `CREATE ROLE owner_of_it LOGIN CREATEROLE PASSWORD 'geheim'`)
  await asLogin(postgres.adminUrl, 'CREATE DATABASE hosted OWNER owner_of_it')
  const hosted = postgres.url.replace(/rondbel:[^@]+/, 'owner_of_it:geheim').replace(/[^/]*$/, 'hosted')
  await closeDatabase()
  try {
    use({ DATABASE_URL: hosted, APP_DATABASE_URL: undefined, QUEUE_DATABASE_URL: undefined })
    await migrate(hosted)
    await signInAsLogins(hosted)
    await expect(assertLeastPrivilege()).resolves.toBeUndefined()
    expect((await pool().query('SELECT count(*)::int AS tenants FROM tenant')).rows).toEqual([{ tenants: 0 }])
  } finally {
    await closeDatabase()
    await postgres.stop()
    rmSync(dir, { recursive: true, force: true })
  }
})
