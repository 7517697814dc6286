import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'

/** What a backup leaves out; every other table is in it. */
export const leftOut = {
  _prisma_migrations: 'its names are at the head of the backup, and a restore runs them',
  session: 'whoever was signed in, also who has been signed out since, signs in again',
  rate_limit: 'counts of tries, forgotten within two days',
  tenant_import_row: 'made again from the file of the list, which is in the backup',
} as const

export type BackedUpTable = {
  name: string
  /** As SQL: what is stored, and not what is worked out from it. */
  columns: string
  /** As SQL: the primary key, texts byte by byte, so that every server gives the same order. */
  order: string
}

/** Those that others refer to come before those that refer to them. */
export async function backedUpTables(client: pg.Client): Promise<BackedUpTable[]> {
  const { rows } = await client.query<BackedUpTable & { refersTo: string[] }>(
    `SELECT c.relname AS name,
       (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) FROM pg_attribute a
         WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '') AS columns,
       (SELECT string_agg(quote_ident(a.attname) || CASE WHEN a.attcollation = 0 THEN '' ELSE ' COLLATE "C"' END, ', ' ORDER BY array_position(i.indkey::int2[], a.attnum))
         FROM pg_index i JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY (i.indkey::int2[])
         WHERE i.indrelid = c.oid AND i.indisprimary) AS "order",
       ARRAY(SELECT r.relname::text FROM pg_constraint f JOIN pg_class r ON r.oid = f.confrelid
         WHERE f.conrelid = c.oid AND f.contype = 'f' AND r.oid <> c.oid) AS "refersTo"
     FROM pg_class c
     WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND c.relname <> ALL ($1::text[])
       AND c.relowner = (SELECT relowner FROM pg_class WHERE oid = 'public._prisma_migrations'::regclass)
     ORDER BY c.relname`,
    [Object.keys(leftOut)],
  )
  return inOrder(rows)
}

function inOrder(tables: (BackedUpTable & { refersTo: string[] })[]): BackedUpTable[] {
  const ordered: BackedUpTable[] = []
  let waiting = tables
  while (waiting.length > 0) {
    const names = new Set(waiting.map(({ name }) => name))
    const ready = waiting.filter(({ refersTo }) => !refersTo.some((other) => names.has(other)))
    if (ready.length === 0) throw new Error(`These tables refer to each other in a circle: ${[...names].join(', ')}.`)
    ordered.push(...ready)
    waiting = waiting.filter((table) => !ready.includes(table))
  }
  return ordered
}

/** The rows in COPY's text format, as the transaction sees them. */
export const copyOut = (client: pg.Client, { name, columns, order }: BackedUpTable): AsyncIterable<Buffer> =>
  client.query(copyTo(`COPY (SELECT ${columns} FROM public.${name} ORDER BY ${order}) TO STDOUT`))

/** What a value looks like as text does not hang on the settings of a server. */
export const sameTextEverywhere = `SET timezone = 'UTC'; SET datestyle = 'ISO, YMD'; SET intervalstyle = 'postgres';
  SET bytea_output = 'hex'; SET extra_float_digits = 1`

/**
 * Lets the rest of this transaction see the rows of all corporations, past no policy. Throws when a table has rows that
 * no policy of ours would show: they would be missing without a word.
 */
export async function seeEverything(client: pg.Client) {
  await client.query(`SELECT set_config('app.before_sign_in', 'yes', true)`)
  await client.query(`SELECT set_config('app.corporations', (SELECT string_agg(id::text, ',') FROM corporation), true)`)
  const { rows } = await client.query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c
     WHERE c.relnamespace = 'public'::regnamespace AND c.relrowsecurity AND c.relname <> ALL ($1::text[])
       AND c.relowner = (SELECT relowner FROM pg_class WHERE oid = 'public._prisma_migrations'::regclass)
       AND (NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polpermissive AND p.polcmd IN ('*', 'r')
           AND p.polname IN ('by_corporation', 'before_sign_in', 'of_owner'))
         OR EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND NOT p.polpermissive
           AND (p.polroles = '{0}' OR c.relowner = ANY (p.polroles))))`,
    [Object.keys(leftOut)],
  )
  if (rows.length > 0)
    throw new Error(`Not all rows can be seen of ${rows.map(({ name }) => name).join(', ')}: nothing is backed up.`)
}
