import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { closeDatabase } from '#app/core/db.server.ts'
import { grantOnDatabase } from '#prisma/migrate.ts'
import { forgetWhatWasMade } from './made-once.ts'

let name: string | null = null

/** Gives this test file its own copy of the migrated database; call it in `beforeAll`. */
export async function useDatabase(): Promise<string> {
  name = `test_${randomBytes(6).toString('hex')}`
  await asAdmin((admin) => admin.query(`CREATE DATABASE ${name} TEMPLATE rondbel_template`))
  const url = inject('postgresUrl').replace(/[^/]*$/, name)
  await connectedTo(url, grantOnDatabase)
  process.env.DATABASE_URL = url
  for (const [setting, login] of Object.entries(inject('logins'))) process.env[setting] = login.replace(/[^/]*$/, name)
  // Whatever the file before this one left running may have asked for the settings meanwhile.
  forgetWhatWasMade()
  return url
}

/** Runs SQL as the owner of the tables: to look behind the policies, or to play an attacker with the keys. */
export async function asOwner<Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> {
  return connectedTo(process.env.DATABASE_URL, async (client) => (await client.query<Row>(text, values)).rows)
}

export async function dropDatabase() {
  if (!name) return
  await closeDatabase()
  await asAdmin((admin) => admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`))
  name = null
}

const asAdmin = (work: (admin: pg.Client) => Promise<unknown>) =>
  connectedTo(inject('postgresUrl').replace(/[^/]*$/, 'postgres'), work)

async function connectedTo<T>(url: string | undefined, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
