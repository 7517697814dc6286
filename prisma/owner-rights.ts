import type pg from 'pg'
import { serverRoles } from './server-roles.ts'

/** What an owner may do, as the server says it. */
export type OwnerFacts = {
  owner: string
  database: string
  /** 15, 16, … */
  version: number
  isSuperuser: boolean
  makesRoles: boolean
  /** Owns the database, or is a member of who does. */
  ownsDatabase: boolean
  /** The roles have been granted already what they need of the database as a whole. */
  isGrantedOnDatabase: boolean
  mayCreateTables: boolean
  /** What an earlier owner made of this database, whom this one cannot act for: `TABLE public.tenant`. */
  ofAnotherOwner: string[]
  roles: RoleFacts[]
  /** Logins that the settings do not name, which Rondbel makes itself. */
  logins: LoginFacts[]
}
type RoleFacts = { name: string; isThere: boolean; isAdmin: boolean }
type LoginFacts = { name: string; isThere: boolean; isAdmin: boolean; lacks: string[] }

/** Every login's name, and the roles it acts as. */
export type WantedLogin = { name: string; roles: readonly string[] }

export async function readOwnerFacts(client: pg.Client, logins: readonly WantedLogin[]): Promise<OwnerFacts> {
  const { rows } = await client.query<Omit<OwnerFacts, 'roles' | 'logins'>>(`
    SELECT current_user AS owner, current_database() AS database,
      current_setting('server_version_num')::int / 10000 AS version,
      r.rolsuper AS "isSuperuser", r.rolsuper OR r.rolcreaterole AS "makesRoles",
      pg_has_role(d.datdba, 'USAGE') AS "ownsDatabase",
      (SELECT count(*) = 2 FROM pg_roles g WHERE g.rolname = 'rondbel_queue' AND has_database_privilege(g.oid, d.oid, 'CREATE')
        OR g.rolname = 'rondbel_app' AND has_database_privilege(g.oid, d.oid, 'TEMPORARY')) AS "isGrantedOnDatabase",
      has_schema_privilege('public', 'CREATE') AS "mayCreateTables",
      ARRAY(
        SELECT 'TABLE public.' || quote_ident(relname) FROM pg_class
          WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT pg_has_role(relowner, 'USAGE')
        UNION ALL SELECT 'FUNCTION public.' || quote_ident(proname) FROM pg_proc
          WHERE pronamespace = 'public'::regnamespace AND NOT pg_has_role(proowner, 'USAGE')
        ORDER BY 1) AS "ofAnotherOwner"
    FROM pg_roles r, pg_database d WHERE r.rolname = current_user AND d.datname = current_database()`)
  const [facts] = rows as [Omit<OwnerFacts, 'roles' | 'logins'>]
  const { rows: roles } = await client.query<RoleFacts>(
    `SELECT wanted AS name, r.oid IS NOT NULL AS "isThere",
       coalesce(pg_has_role(r.oid, 'MEMBER WITH ADMIN OPTION'), false) AS "isAdmin"
     FROM unnest($1::text[]) WITH ORDINALITY AS asked (wanted, position) LEFT JOIN pg_roles r ON r.rolname = wanted ORDER BY position`,
    [serverRoles],
  )
  const { rows: loginFacts } = await client.query<LoginFacts>(
    `SELECT wanted.name, l.oid IS NOT NULL AS "isThere",
       coalesce(pg_has_role(l.oid, 'MEMBER WITH ADMIN OPTION'), false) AS "isAdmin",
       ARRAY(SELECT role FROM jsonb_array_elements_text(wanted.roles) role LEFT JOIN pg_roles r ON r.rolname = role
         WHERE NOT coalesce(pg_has_role(l.oid, r.oid, 'USAGE'), false)) AS lacks
     FROM jsonb_to_recordset($1::jsonb) AS wanted (name text, roles jsonb) LEFT JOIN pg_roles l ON l.rolname = wanted.name`,
    [JSON.stringify(logins)],
  )
  return { ...facts, roles, logins: loginFacts }
}

/** What an administrator of the database has to run first; empty when the owner may do everything. */
export function missingRights(facts: OwnerFacts): string[] {
  if (facts.isSuperuser) return []
  return [...forTheDatabase(facts), ...forTheRoles(facts), ...forTheLogins(facts)]
}

function forTheDatabase({ owner, database, ...facts }: OwnerFacts) {
  const isWanting = !facts.ownsDatabase && !(facts.isGrantedOnDatabase && facts.mayCreateTables)
  return [
    ...(isWanting ? [`ALTER DATABASE ${quoted(database)} OWNER TO ${quoted(owner)};`] : []),
    // Who owns the database owns its schema "public", unless it came out of an older server.
    ...(facts.ownsDatabase && !facts.mayCreateTables ? [`ALTER SCHEMA public OWNER TO ${quoted(owner)};`] : []),
    ...mustBeHandedOver(facts).map((it) => `ALTER ${it} OWNER TO ${quoted(owner)};`),
  ]
}

/** Others may keep tables of their own beside ours. */
const mustBeHandedOver = ({ ofAnotherOwner }: Pick<OwnerFacts, 'ofAnotherOwner'>) =>
  ofAnotherOwner.includes('TABLE public._prisma_migrations') ? ofAnotherOwner : []

const forTheRoles = ({ makesRoles, roles }: OwnerFacts) =>
  makesRoles ? [] : roles.filter(({ isThere }) => !isThere).map(({ name }) => `CREATE ROLE ${name} NOLOGIN;`)

function forTheLogins(facts: OwnerFacts) {
  const { owner, version, makesRoles, roles, logins } = facts
  const wanting = logins.filter(({ lacks }) => lacks.length > 0)
  if (!makesRoles)
    return wanting.map(({ name, lacks, isThere }) =>
      isThere
        ? `GRANT ${lacks.join(', ')} TO ${quoted(name)};`
        : `CREATE ROLE ${quoted(name)} LOGIN PASSWORD '…' IN ROLE ${lacks.join(', ')};`,
    )
  // Before PostgreSQL 16 who makes roles may give every one of them that is no superuser.
  if (version < 16) return []
  const toGive = roles.filter(
    ({ name, isThere, isAdmin }) => isThere && !isAdmin && wanting.some(({ lacks }) => lacks.includes(name)),
  )
  const toChange = wanting.filter(({ isThere, isAdmin }) => isThere && !isAdmin)
  return [...toGive, ...toChange].map(({ name }) => `GRANT ${quoted(name)} TO ${quoted(owner)} WITH ADMIN OPTION;`)
}

/** What is wrong and what to do, for whoever looks after the installation. */
export function sayMissing({ owner, database, makesRoles, logins }: OwnerFacts, statements: readonly string[]) {
  const intro = `The owner ${owner} of the database ${database} may not do all that is needed; nothing has been changed. Let an administrator of the database run, in ${database}:`
  const settings = 'Then set APP_DATABASE_URL and QUEUE_DATABASE_URL to this database with those logins.'
  const instead = `Or let the owner make roles, and Rondbel does the rest: ALTER ROLE ${quoted(owner)} CREATEROLE;`
  const after = makesRoles ? [] : logins.length > 0 ? [`${settings}\n${instead}`] : [instead]
  return [intro, statements.map((statement) => `  ${statement}`).join('\n'), ...after].join('\n\n')
}

/** As PostgreSQL reads a name: plain ones as they are. */
const quoted = (name: string) => (/^[a-z_][a-z0-9_]*$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`)
