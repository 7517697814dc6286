import pg from 'pg'
import { serverRoles } from '#prisma/server-roles.ts'

/** Who owns our own database, as at a hoster: makes roles, and is no superuser. */
export const ownerName = 'rondbel'

type Wanted = { adminUrl: string; database: string; password: string }

/** Makes the owner and the database, and hands over one that belonged to the superuser until now. */
export async function prepareOwner({ adminUrl, database, password }: Wanted) {
  const wasThere = await asAdmin(adminUrl.replace(/[^/]*$/, 'postgres'), async (admin) => {
    const { rowCount: isThere } = await admin.query('SELECT FROM pg_roles WHERE rolname = $1', [ownerName])
    const secret = admin.escapeLiteral(password)
    if (!isThere) await admin.query(`CREATE ROLE ${ownerName} LOGIN CREATEROLE PASSWORD ${secret}`)
    const { rows } = await admin.query<{ owner: string }>(
      'SELECT datdba::regrole::text AS owner FROM pg_database WHERE datname = $1',
      [database],
    )
    const name = admin.escapeIdentifier(database)
    if (rows[0]?.owner === ownerName) return false
    await admin.query(`${rows[0] ? 'ALTER' : 'CREATE'} DATABASE ${name} OWNER ${rows[0] ? 'TO ' : ''}${ownerName}`)
    return rows.length > 0
  })
  if (wasThere) await asAdmin(adminUrl, handOver)
}

async function handOver(admin: pg.Client) {
  await admin.query(`DO $$
DECLARE
  statement text;
BEGIN
  FOR statement IN
    SELECT format('ALTER TABLE %s OWNER TO ${ownerName}', oid::regclass) FROM pg_class
      WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
    UNION ALL
    SELECT format('ALTER FUNCTION %s OWNER TO ${ownerName}', oid::regprocedure) FROM pg_proc
      WHERE pronamespace = 'public'::regnamespace
    UNION ALL
    SELECT format('GRANT %I TO ${ownerName} WITH ADMIN TRUE, INHERIT FALSE, SET FALSE', rolname) FROM pg_roles
      WHERE rolname IN (${serverRoles.map((role) => `'${role}'`).join(', ')})
        OR rolname IN ('rondbel_app_of_' || current_database(), 'rondbel_queue_of_' || current_database())
  LOOP EXECUTE statement; END LOOP;
END $$`)
}

async function asAdmin<T>(url: string, work: (admin: pg.Client) => Promise<T>): Promise<T> {
  const admin = new pg.Client(url)
  await admin.connect()
  return work(admin).finally(() => admin.end())
}
