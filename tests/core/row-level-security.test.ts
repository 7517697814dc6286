import { beforeAll, expect, test } from 'vitest'
import { assertLeastPrivilege } from '#app/core/assert-least-privilege.server.ts'
import { closeDatabase, pool } from '#app/core/db.server.ts'
import { beforeSignIn, beforeSignInAtOnce, inScope, inScopeSql } from '#app/core/scope.server.ts'
import { type SqlQuery, sql } from '#app/core/sql.ts'
import { anActor } from '#prisma/builders/account.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { aTenant } from '#prisma/builders/tenant.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'

// Tables without a corporation, and why. Everything else is about one corporation's people.
const ofNoCorporation = {
  corporation: 'is the corporation itself, with policies of its own',
  account: 'a person may work for several corporations; policies of its own',
  session: 'belongs to an account; policies of its own',
  rate_limit: 'counters under hashed keys',
  desk: 'a team that answers for corporations; policies of its own',
  desk_member: 'who works for a desk; policies of its own',
  desk_invitation: 'whoever is invited to a desk; policies of its own',
  desk_event: 'the book of a desk; policies of its own',
  desk_link: 'the chain over the book of a desk; policies of its own',
  exchange: 'the telephone of a desk; policies of its own',
  dialled_number: 'what the telephone of a desk answers to; policies of its own',
  exchange_event: 'what the telephone of a desk said; policies of its own',
  exchange_call: 'a call to a desk, whose corporation may not be known yet; policies of its own',
  operator_presence: 'who is there, at a desk; policies of its own',
  base_protocol: 'what Rondbel brings with it, of nobody; a policy that hides nothing',
  _prisma_migrations: 'names of migrations',
}

let tables: { name: string; rls: boolean; forced: boolean; policies: number; has_corporation: boolean }[]

beforeAll(async () => {
  await useDatabase()
  tables = await asSuperuser(`
    SELECT c.relname AS name, c.relrowsecurity AS rls, c.relforcerowsecurity AS forced,
      (SELECT count(*)::int FROM pg_policy p WHERE p.polrelid = c.oid) AS policies,
      EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'corporation_id') AS has_corporation
    FROM pg_class c WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace ORDER BY 1`)
})

test('every table about people carries its corporation, and row-level security that holds for the owner too', () => {
  expect(tables.length).toBeGreaterThan(25)
  const about = tables.filter(({ name }) => !(name in ofNoCorporation))
  expect(
    about.filter(({ has_corporation, rls, forced, policies }) => !has_corporation || !rls || !forced || policies === 0),
  ).toEqual([])
  const special = tables.filter(
    ({ name }) => !['rate_limit', '_prisma_migrations'].includes(name) && name in ofNoCorporation,
  )
  expect(special.filter(({ rls, forced, policies }) => !rls || !forced || policies === 0)).toEqual([])
})

test('the corporation stands first in every primary, unique and foreign key, but for one to a table without', async () => {
  const keys = await asSuperuser<{ table: string; name: string; first: string; target: string }>(`
    SELECT k.conrelid::regclass::text AS table, k.conname AS name, k.confrelid::regclass::text AS target,
      (SELECT attname FROM pg_attribute WHERE attrelid = k.conrelid AND attnum = k.conkey[1]) AS first
    FROM pg_constraint k WHERE k.contype IN ('p', 'u', 'f') AND k.connamespace = 'public'::regnamespace`)
  const indexes = await asSuperuser<{ table: string; name: string; first: string }>(`
    SELECT i.indrelid::regclass::text AS table, i.indexrelid::regclass::text AS name,
      (SELECT attname FROM pg_attribute WHERE attrelid = i.indrelid AND attnum = i.indkey[0]) AS first
    FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid WHERE i.indisunique AND c.relnamespace = 'public'::regnamespace`)
  const own = keys.filter(({ target }) => !(target in ofNoCorporation))
  // Of one person at a desk, whichever the corporation.
  const ofDesk = ['contact_one_claim_per_operator']
  const wrong = [...own, ...indexes].filter(
    ({ table, name, first }) => !(table in ofNoCorporation) && first !== 'corporation_id' && !ofDesk.includes(name),
  )
  expect(keys.length + indexes.length).toBeGreaterThan(40)
  expect(wrong).toEqual([])
})

test('the application works under a role that owns nothing and bypasses nothing', async () => {
  await expect(assertLeastPrivilege()).resolves.toBeUndefined()
  const owned = await asSuperuser(`SELECT relname FROM pg_class WHERE relowner = 'rondbel_app'::regrole`)
  expect(owned).toEqual([])
})

test('the application can add to the audit log, and can neither change nor remove a line', async () => {
  const actor = await anActor(await aCorporation())
  const change = (text: string) => inScopeSql(actor, (tx) => tx.sql({ text, values: [] }))
  for (const table of ['audit_event', 'audit_link'])
    for (const statement of [
      `DELETE FROM ${table}`,
      `UPDATE ${table} SET corporation_id = corporation_id`,
      `TRUNCATE ${table}`,
    ])
      await expect(change(statement)).rejects.toThrow(/permission denied/)
})

test('with no filter of our own at all, no row of another corporation appears in any table', async () => {
  const [ours, theirs] = [await anActor(await aCorporation()), await anActor(await aCorporation({ name: 'Ander' }))]
  await aTenant(ours)
  await aTenant(theirs)
  for (const { name } of tables.filter(({ has_corporation, name }) => has_corporation && !(name in ofNoCorporation))) {
    const rows = await inScopeSql(ours, (tx) =>
      tx.sql<{ corporation_id: number }>({ text: `SELECT corporation_id FROM ${name}`, values: [] }),
    )
    expect(
      rows.filter((row) => row.corporation_id !== ours.corporationId),
      name,
    ).toEqual([])
  }
  const seen = await inScope(ours, (tx) => tx.tenant.findMany({ select: { corporationId: true } }))
  expect(seen).toEqual([{ corporationId: ours.corporationId }])
})

test('the guard is what keeps them apart: with the policy switched off the foreign row does appear', async () => {
  const [ours, theirs] = [await anActor(await aCorporation()), await anActor(await aCorporation({ name: 'Ander' }))]
  await aTenant(theirs)
  await asSuperuser('ALTER TABLE tenant DISABLE ROW LEVEL SECURITY')
  try {
    const rows = await inScopeSql(ours, (tx) =>
      tx.sql<{ corporation_id: number }>({ text: 'SELECT corporation_id FROM tenant', values: [] }),
    )
    expect(rows.some((row) => row.corporation_id === theirs.corporationId)).toBe(true)
  } finally {
    await asSuperuser('ALTER TABLE tenant ENABLE ROW LEVEL SECURITY')
  }
})

test('a row cannot be written into another corporation, nor point at one of its rows', async () => {
  const [ours, theirs] = [await anActor(await aCorporation()), await anActor(await aCorporation({ name: 'Ander' }))]
  const foreign = await aTenant(theirs)
  const own = await aTenant(ours)
  const intoTheirs = sql`INSERT INTO home (corporation_id, number) VALUES (${theirs.corporationId}, 'X')`
  await expect(inScopeSql(ours, (tx) => tx.sql(intoTheirs))).rejects.toThrow(/row-level security/)
  const pointing = sql`UPDATE tenant SET home_id = ${foreign.homeId}::uuid WHERE id = ${own.id}::uuid`
  await expect(inScopeSql(ours, (tx) => tx.sql(pointing))).rejects.toThrow(/foreign key/)
})

async function asNobody(query: SqlQuery, setting = sql`SELECT 1`) {
  const client = await pool().connect()
  try {
    await client.query('BEGIN')
    await client.query(setting)
    return (await client.query(query)).rows
  } finally {
    await client.query('ROLLBACK')
    client.release()
  }
}

test('without a scope there are no rows, and the next use of a connection remembers nothing', async () => {
  const actor = await anActor(await aCorporation())
  await aTenant(actor)
  await inScopeSql(actor, (tx) => tx.sql(sql`SELECT 1`))
  expect((await pool().query('SELECT FROM tenant')).rowCount).toBe(0)
  expect(await asNobody(sql`SELECT id FROM tenant`)).toEqual([])
})

test('before sign-in one sees who may come in, never a tenant', async () => {
  const actor = await anActor(await aCorporation())
  await aTenant(actor)
  expect(await beforeSignIn((tx) => tx.tenant.findMany())).toEqual([])
  expect(await beforeSignInAtOnce({ text: 'SELECT id FROM tenant' })).toEqual([])
  expect(
    await beforeSignIn((tx) => tx.account.findUnique({ where: { id: actor.accountId }, select: { id: true } })),
  ).toEqual({ id: actor.accountId })
})

test('a process of the version before, which sets the setting of old, can still sign people in', async () => {
  const { accountId } = await anActor(await aCorporation())
  const find = sql`SELECT id FROM account WHERE id = ${accountId}::uuid`
  expect(await asNobody(find)).toEqual([])
  const seen = await asNobody(find, sql`SELECT set_config('app.door', 'open', true)`)
  expect(seen).toEqual([{ id: accountId }])
})

test('an administrator sees colleagues of the own corporation and nobody else', async () => {
  const [ours, theirs] = [
    await anActor(await aCorporation(), { role: 'administrator' }),
    await anActor(await aCorporation({ name: 'Ander' })),
  ]
  const seen = await inScope(ours, (tx) => tx.account.findMany({ select: { id: true } }))
  expect(seen.map(({ id }) => id)).toContain(ours.accountId)
  expect(seen.map(({ id }) => id)).not.toContain(theirs.accountId)
})

test('the connections come back after they were closed', async () => {
  await closeDatabase()
  expect((await pool().query('SELECT 1')).rowCount).toBe(1)
})
