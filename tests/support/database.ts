import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { closeDatabase } from '#app/core/db.server.ts'
import { ownerName } from '#app/core/embedded-owner.server.ts'
import { grantOnDatabase } from '#prisma/server-roles.ts'
import { forgetWhatWasMade } from './made-once.ts'

let name: string | null = null

/**
 * Gives this test file its own copy of the migrated database; call it in `beforeAll`, or in `beforeEach` where each test is to
 * begin with nothing. The one before goes, and its connections with it: the server has two hundred for all files.
 */
export async function useDatabase(): Promise<string> {
  await dropDatabase()
  name = `test_${randomBytes(6).toString('hex')}`
  await asAdmin((admin) => admin.query(`CREATE DATABASE ${name} TEMPLATE rondbel_template OWNER ${ownerName}`))
  const url = inject('postgresUrl').replace(/[^/]*$/, name)
  await connectedTo(url, grantOnDatabase)
  process.env.DATABASE_URL = url
  for (const [setting, login] of Object.entries(inject('logins'))) process.env[setting] = login.replace(/[^/]*$/, name)
  // Whatever the file before this one left running may have asked for the settings meanwhile.
  forgetWhatWasMade()
  return url
}

/**
 * Works for a while in another database of the same owner, in which nothing was ever migrated and for which there are no
 * logins yet.
 */
export async function inEmptyDatabase<T>(work: (url: string) => Promise<T>): Promise<T> {
  const [before, settings] = [name, { ...process.env }]
  await closeDatabase()
  name = `empty_${randomBytes(6).toString('hex')}`
  await asAdmin((admin) => admin.query(`CREATE DATABASE ${name} OWNER ${ownerName}`))
  const url = inject('postgresUrl').replace(/[^/]*$/, name)
  process.env.DATABASE_URL = url
  for (const setting of Object.keys(inject('logins'))) delete process.env[setting]
  forgetWhatWasMade()
  try {
    return await work(url)
  } finally {
    if (process.env.APP_DATABASE_URL) await dropDatabase()
    else await asAdmin((admin) => admin.query(`DROP DATABASE ${name}`))
    name = before
    Object.assign(process.env, settings)
    forgetWhatWasMade()
  }
}

/** Runs SQL as the superuser: to look behind the policies, which hold for the owner too, or to play an attacker with the keys. */
export async function asSuperuser<Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> {
  return connectedTo(
    inject('adminUrl').replace(/[^/]*$/, name ?? ''),
    async (client) => (await client.query<Row>(text, values)).rows,
  )
}

/** Runs SQL as whoever migrates: what is made belongs to them. */
export async function asMigrator(text: string) {
  await connectedTo(process.env.DATABASE_URL, (client) => client.query(text))
}

export async function dropDatabase() {
  if (!name) return
  await closeDatabase()
  await asAdmin((admin) => admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`))
  name = null
}

const asAdmin = (work: (admin: pg.Client) => Promise<unknown>) =>
  connectedTo(inject('adminUrl').replace(/[^/]*$/, 'postgres'), work)

async function connectedTo<T>(url: string | undefined, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
