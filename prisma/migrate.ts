import pg from 'pg'
import { applyMigrations, migrationNames } from './schema-engine.ts'

const oldestVersion = 15
const lockNumber = 7_702

/** Brings a database to the present schema; of several processes that start at once, one does it and the others wait. */
export async function migrate(url: string): Promise<string[]> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    await refuseOldServer(client)
    await client.query('SELECT pg_advisory_lock($1)', [lockNumber])
    const applied = await applyMigrations(url)
    await grantOnDatabase(client)
    return applied
  } finally {
    await client.end()
  }
}

/** What roles may do with a database as a whole stays behind when it is copied, or restored from a backup. */
export async function grantOnDatabase(client: pg.Client) {
  await client.query(`DO $$ BEGIN
    IF NOT has_database_privilege('rondbel_queue', current_database(), 'CREATE') THEN
      EXECUTE format('GRANT CREATE ON DATABASE %I TO rondbel_queue', current_database());
    END IF;
    IF NOT has_database_privilege('rondbel_app', current_database(), 'TEMPORARY') THEN
      EXECUTE format('GRANT TEMPORARY ON DATABASE %I TO rondbel_app', current_database());
    END IF;
  END $$`)
}

/** Whether every migration of this version is there; newer ones of a later version do no harm. */
export async function isMigrated(
  query: (text: string) => Promise<{ rows: { migration_name: string }[] }>,
): Promise<boolean> {
  const { rows } = await query('SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL')
  const applied = new Set(rows.map((row) => row.migration_name))
  return migrationNames().every((name) => applied.has(name))
}

async function refuseOldServer(client: pg.Client) {
  const { rows } = await client.query<{ version: number }>(
    `SELECT current_setting('server_version_num')::int AS version`,
  )
  const version = Math.floor((rows[0]?.version ?? 0) / 10_000)
  if (version < oldestVersion)
    throw new Error(`PostgreSQL ${oldestVersion} or newer is needed; this server is version ${version}.`)
}
