import pg from 'pg'
import { rolesOfLogin } from '#prisma/server-roles.ts'
import { CannotStart } from './cannot-start.ts'
import { applicationRole, loginUrl, queueRole } from './db.server.ts'
import { refusePooler } from './refuse-pooler.server.ts'

const mightiest = 'is a superuser'
type Session = { login: string; role: string; powers: string[]; owns: string[]; lacks: string[]; mixes: string[] }

/**
 * Refuses to work with more power than it should have. It looks at who signed in and at every role they could become, since
 * one statement takes a session from the role it was given to any of those.
 */
export async function assertLeastPrivilege() {
  const app = await sessionOf('APP_DATABASE_URL', applicationRole)
  refuse(app, app.owns)
  refuseWithout(app)
  const queue = await sessionOf('QUEUE_DATABASE_URL', queueRole)
  refuse(
    queue,
    queue.owns.filter((schema) => schema !== 'bullmq'),
  )
}

function refuse({ login, role, powers }: Session, owned: string[]) {
  const owns = owned.map((schema) => `owns what is in the schema ${schema}`)
  // Who is a superuser is everything else besides.
  const too = powers.includes(mightiest) ? [mightiest] : [...powers, ...owns]
  if (too.length === 0) return
  throw new CannotStart(
    `The application must sign in to the database as a login that is ${role} and nothing more; ${login} ${too.join(', ')}. See docs/operations.md.`,
  )
}

/** A transaction of a desk works under a role of its own, and so does one of a guest. */
function refuseWithout({ login, lacks, mixes }: Session) {
  if (lacks.length > 0)
    throw new CannotStart(
      `The login ${login} may not become ${lacks.join(', ')}. Let an administrator of the database run: GRANT ${lacks.join(', ')} TO ${login}; See docs/operations.md.`,
    )
  if (mixes.length > 0)
    throw new CannotStart(
      `No role of Rondbel may be a member of another, for then what is shut to one stands open to it. Let an administrator of the database run: ${mixes.join(' ')}`,
    )
}

async function sessionOf(setting: 'APP_DATABASE_URL' | 'QUEUE_DATABASE_URL', role: string): Promise<Session> {
  await refusePooler(setting, loginUrl(setting))
  const client = new pg.Client({ connectionString: loginUrl(setting), options: `-c role=${role}` })
  await client.connect()
  try {
    const { rows } = await client.query<Session & { acts: string }>(
      `
      WITH able AS (SELECT * FROM pg_roles WHERE pg_has_role(session_user, oid, 'MEMBER'))
      SELECT session_user AS login, current_user AS acts,
        ARRAY(SELECT DISTINCT unnest(array_remove(ARRAY[CASE WHEN rolsuper THEN '${mightiest}' END, CASE WHEN rolbypassrls THEN 'bypasses policies' END,
          CASE WHEN rolcreaterole THEN 'makes roles' END, CASE WHEN rolcreatedb THEN 'makes databases' END,
          CASE WHEN rolname LIKE 'pg\\_%' THEN 'may be ' || rolname END], NULL)) FROM able ORDER BY 1) AS powers,
        ARRAY(SELECT DISTINCT relnamespace::regnamespace::text FROM pg_class
          WHERE relowner IN (SELECT oid FROM able) AND relkind IN ('r', 'p', 'v', 'm') AND relpersistence <> 't' ORDER BY 1) AS owns,
        ARRAY(SELECT role FROM unnest($1::text[]) role WHERE NOT pg_has_role(session_user, role, 'MEMBER')) AS lacks,
        ARRAY(SELECT format('REVOKE %I FROM %I;', other, role) FROM unnest($1::text[]) role, unnest($1::text[]) other
          WHERE role <> other AND pg_has_role(role, other, 'MEMBER')) AS mixes`,
      [rolesOfLogin.app],
    )
    const [session] = rows
    if (session?.acts !== role) throw new CannotStart(`The database gives ${session?.login} another role than ${role}.`)
    return { ...session, role }
  } finally {
    await client.end()
  }
}
