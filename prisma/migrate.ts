import pg from 'pg'
import { CannotStart } from '#app/core/cannot-start.ts'
import { loginsToMake } from '#app/core/database-logins.server.ts'
import { refusePooler } from '#app/core/refuse-pooler.server.ts'
import { applyMigrations } from './apply-migrations.ts'
import { migrationNames } from './migration-files.ts'
import { missingRights, readOwnerFacts, sayMissing } from './owner-rights.ts'
import { grantOnDatabase, makeServerRoles } from './server-roles.ts'

const oldestVersion = 15

/**
 * Brings a database to the present schema, or to that of an earlier set of migrations, its roles with it, and gives the names of the migrations it applied. Throws
 * CannotStart, before anything is changed, when the server is too old or its owner may not do what is needed.
 */
export async function migrate(url: string, names: readonly string[] = migrationNames()): Promise<string[]> {
  await refusePooler('DATABASE_URL', url)
  const client = new pg.Client(url)
  await client.connect()
  try {
    await refuseOldServer(client)
    await refusePoorOwner(client)
    await makeServerRoles(client)
    const applied = await applyMigrations(client, names)
    await grantOnDatabase(client)
    return applied
  } finally {
    await client.end()
  }
}

/** Whether every migration of this version is there; newer ones of a later version do no harm. */
export async function isMigrated(
  query: (text: string) => Promise<{ rows: { migration_name: string }[] }>,
): Promise<boolean> {
  const { rows } = await query('SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL')
  const applied = new Set(rows.map((row) => row.migration_name))
  return migrationNames().every((name) => applied.has(name))
}

/** Throws CannotStart when the server is too old. */
export async function refuseOldServer(client: pg.Client) {
  const { rows } = await client.query<{ version: number }>(
    `SELECT current_setting('server_version_num')::int AS version`,
  )
  const version = Math.floor((rows[0]?.version ?? 0) / 10_000)
  if (version < oldestVersion)
    throw new CannotStart(`PostgreSQL ${oldestVersion} or newer is needed; this server is version ${version}.`)
}

/** Throws CannotStart, with the statements that an administrator runs, when the owner may not do what is needed. */
export async function refusePoorOwner(client: pg.Client) {
  const facts = await readOwnerFacts(client, await loginsToMake(client))
  const statements = missingRights(facts)
  if (statements.length > 0) throw new CannotStart(sayMissing(facts, statements))
}
