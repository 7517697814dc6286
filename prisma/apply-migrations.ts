import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { migrationNames, readMigration } from './migration-files.ts'

/** A migration that PostgreSQL refused: the database is as it was before it. Its detail may quote a row: it stays out. */
export class FailedMigration extends Error {
  override name = 'FailedMigration'
  constructor(migration: string, cause: Error) {
    super(`The migration ${migration} failed; nothing of it stays. PostgreSQL said: ${cause.message}`, { cause })
  }
}

const lockNumber = 7_702

/**
 * Applies what is pending and gives its names. Each migration and the line that it was applied are one transaction:
 * both are there, or neither. Of several processes that start at once, one does each and the others wait; the lock ends
 * with the transaction, whatever lies between us and the server.
 */
export async function applyMigrations(client: pg.Client, names: readonly string[] = migrationNames()) {
  await inTurn(client, () => client.query(tableOfMigrations))
  const applied: string[] = []
  for (const name of names) if (await inTurn(client, () => applyOnce(client, name))) applied.push(name)
  return applied
}

async function inTurn<T>(client: pg.Client, work: () => Promise<T>): Promise<T> {
  await client.query('BEGIN')
  try {
    await client.query('SELECT pg_advisory_xact_lock($1)', [lockNumber])
    const result = await work()
    await client.query('COMMIT')
    return result
  } catch (error) {
    // The first failure is the one to tell, also when the connection went with it.
    await client.query('ROLLBACK').catch(() => {})
    throw error
  }
}

async function applyOnce(client: pg.Client, name: string) {
  const done = 'SELECT FROM _prisma_migrations WHERE migration_name = $1 AND finished_at IS NOT NULL'
  if ((await client.query(done, [name])).rowCount) return false
  const { script, checksum } = readMigration(name)
  await client.query(script).catch((error) => {
    throw new FailedMigration(name, error)
  })
  await client.query(
    `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
     VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
    [randomUUID(), checksum, name],
  )
  return true
}

// As Prisma makes it, so that its own tools read the same table.
const tableOfMigrations = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id varchar(36) PRIMARY KEY,
  checksum varchar(64) NOT NULL,
  finished_at timestamptz,
  migration_name varchar(255) NOT NULL,
  logs text,
  rolled_back_at timestamptz,
  started_at timestamptz NOT NULL DEFAULT now(),
  applied_steps_count integer NOT NULL DEFAULT 0
)`
