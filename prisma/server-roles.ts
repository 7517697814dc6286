import type pg from 'pg'

/**
 * The roles that transactions of the application and the queue work under: they own nothing of the application and bypass
 * nothing. Roles belong to the whole server: a copied or restored database does not bring them.
 */
export const serverRoles = ['rondbel_app', 'rondbel_desk', 'rondbel_guest', 'rondbel_queue'] as const

/**
 * What each login may become. None of a login's roles is a member of another: what is shut to a desk would stand open to
 * it through the application's policies.
 */
export const rolesOfLogin = {
  app: ['rondbel_app', 'rondbel_desk', 'rondbel_guest'],
  queue: ['rondbel_queue'],
} as const satisfies Record<string, readonly (typeof serverRoles)[number][]>

/** Makes those that are not there; another database's start may make them at this very moment. */
export async function makeServerRoles(client: pg.Client) {
  for (const role of serverRoles) {
    const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [role])
    if (rowCount) continue
    await client
      .query(`CREATE ROLE ${role} NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE`)
      .catch((error: { code?: string }) => {
        if (!isThereAlready.has(error.code)) throw error
      })
  }
}

const isThereAlready = new Set<string | undefined>(['42710', '23505'])

/** What they may do with the database as a whole, which stays behind too when it is copied or restored. */
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
