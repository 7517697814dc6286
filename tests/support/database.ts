import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { closeDatabase } from '#app/core/db.server.ts'

let name: string | null = null

/** Gives this test file its own copy of the migrated database; call it in `beforeAll`. */
export async function useDatabase(): Promise<string> {
  name = `test_${randomBytes(6).toString('hex')}`
  await asAdmin((admin) => admin.query(`CREATE DATABASE ${name} TEMPLATE rondbel_template`))
  const url = inject('postgresUrl').replace(/[^/]*$/, name)
  process.env.DATABASE_URL = url
  return url
}

/** Runs SQL as the owner of the tables: to look behind the policies, or to play an attacker with the keys. */
export async function asOwner<Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client(process.env.DATABASE_URL)
  await client.connect()
  try {
    return (await client.query<Row>(text, values)).rows
  } finally {
    await client.end()
  }
}

export async function dropDatabase() {
  if (!name) return
  await closeDatabase()
  await asAdmin((admin) => admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`))
  name = null
}

async function asAdmin(work: (admin: pg.Client) => Promise<unknown>) {
  const admin = new pg.Client(inject('postgresUrl').replace(/[^/]*$/, 'postgres'))
  await admin.connect()
  await work(admin)
  await admin.end()
}
