import { readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { type DeskActor, inHand } from '#app/accounts/authorize.server.ts'
import { closeDatabase, pool } from '#app/core/db.server.ts'
import { type InHand, inScope, inScopeAtOnce, inScopeSql, type Scope, systemScope } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import type { Corporation } from '#app/corporations/corporations.server.ts'
import { sealerFor } from '#app/corporations/sealer.server.ts'
import { aContact, aLine } from '#prisma/builders/contact.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { aDesk, aDeskActor } from '#prisma/builders/desk.ts'
import { aTenant } from '#prisma/builders/tenant.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'

let linde: Corporation
let eik: Corporation
let notServed: Corporation
let operator: DeskActor

beforeAll(async () => {
  await useDatabase()
  linde = await aCorporation()
  eik = await aCorporation({ name: 'De Eik' })
  notServed = await aCorporation({ name: 'De Beuk' })
  operator = await aDeskActor(await aDesk([linde, eik]), { corporations: [linde, eik] })
  for (const { id } of [linde, eik, notServed]) await aTenant(systemScope(id))
})

const ask = (scope: Scope | InHand, text: string) =>
  inScopeSql(scope, (tx) => tx.sql<Record<string, unknown>>({ text, values: [] }))
const corporationsIn = async (scope: Scope | InHand, table: string) => [
  ...new Set((await ask(scope, `SELECT corporation_id FROM ${table}`)).map(({ corporation_id: id }) => id)),
]
const peopleTables = ['tenant', 'home', 'campaign', 'target', 'follow_up', 'urgent_number']

/** With this statement undone afterwards by the other. */
async function without(guard: string, back: string, work: () => Promise<void>) {
  await asSuperuser(guard)
  try {
    await work()
  } finally {
    await asSuperuser(back)
  }
}

test('what each role of the database may do with each column is what was reviewed', async () => {
  const granted = await asSuperuser<{ line: string }>(`
    SELECT format('%s %s %s %s', role, c.relname, privilege,
      -- Of a desk and a guest each column by name, so that a new one is not theirs unseen.
      CASE WHEN role = 'rondbel_app' AND count(*) = (
        SELECT count(*) FROM pg_attribute l WHERE l.attrelid = c.oid AND l.attnum > 0 AND NOT l.attisdropped) THEN 'all' ELSE string_agg(a.attname, ' ' ORDER BY a.attname) END) AS line
    FROM unnest('{rondbel_app,rondbel_desk,rondbel_guest}'::text[]) role, pg_class c
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped,
      unnest('{SELECT,INSERT,UPDATE}'::text[]) privilege
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v') AND has_column_privilege(role, c.oid, a.attnum, privilege)
    GROUP BY role, c.oid, c.relname, privilege
    UNION ALL
    SELECT format('%s %s DELETE', role, c.relname) FROM unnest('{rondbel_app,rondbel_desk,rondbel_guest}'::text[]) role, pg_class c
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v') AND has_table_privilege(role, c.oid, 'DELETE')
    ORDER BY 1`)
  const reviewed = readFileSync(new URL('./reviewed-grants.txt', import.meta.url), 'utf8')
  expect(`${granted.map(({ line }) => line).join('\n')}\n`).toBe(reviewed)
})

test('a desk sees nobody of any corporation until one is in hand, and then of that one alone', async () => {
  for (const table of peopleTables) expect(await corporationsIn(operator, table), table).toEqual([])
  expect(await corporationsIn(inHand(operator, eik.id), 'tenant')).toEqual([eik.id])
  expect(await corporationsIn(inHand(operator, linde.id), 'home')).toEqual([linde.id])
  await without('DROP POLICY in_hand ON tenant', restored('tenant'), async () => {
    expect((await corporationsIn(operator, 'tenant')).sort()).toEqual([linde.id, eik.id].sort())
  })
})
const restored = (table: string) =>
  `CREATE POLICY in_hand ON ${table} AS RESTRICTIVE TO rondbel_desk USING (corporation_id = (SELECT app_one_corporation()))`

test('one that the desk does not serve is not there', () => {
  expect(() => inHand(operator, notServed.id)).toThrow(expect.objectContaining({ status: 404 }))
})

test.each([
  'tenant_circumstance',
  'conversation',
  'conversation_version',
  'call_draft',
  'attempt',
  'segment',
  'tenant_import',
  'tenant_import_row',
  'gesture',
  'referral',
  'audit_event',
  'membership',
  'invitation',
])('%s is shut to a desk: refused aloud, not empty', async (table) => {
  await expect(ask(inHand(operator, linde.id), `SELECT FROM ${table}`)).rejects.toMatchObject({ code: '42501' })
})

test.each([
  ['tenant', 'last_outcome'],
  ['tenant', 'last_spoken_at'],
  ['target', 'last_outcome'],
  ['campaign', 'criteria'],
  ['follow_up', 'promise_sealed'],
  ['account', 'password_hash'],
])('of %s the column %s is shut to a desk', async (table, column) => {
  await expect(ask(inHand(operator, linde.id), `SELECT ${column} FROM ${table}`)).rejects.toMatchObject({
    code: '42501',
  })
})

test('a desk changes nothing of a corporation, and writes in its book without reading it', async () => {
  const held = inHand(operator, linde.id)
  for (const statement of [
    `UPDATE tenant SET last_name = 'x'`,
    'DELETE FROM home',
    `INSERT INTO home (corporation_id, number) VALUES (${linde.id}, 'X')`,
    'UPDATE corporation SET name = name',
    'UPDATE desk_corporation SET serves_until = NULL',
  ])
    await expect(ask(held, statement), statement).rejects.toMatchObject({ code: '42501' })
  const entry = (id: number) =>
    `INSERT INTO audit_event (corporation_id, action, subject_kind) VALUES (${id}, 'x:y', 'x')`
  await expect(ask(held, entry(linde.id))).resolves.toEqual([])
  await expect(ask(held, entry(eik.id))).rejects.toThrow(/row-level security/)
})

test('many corporations at once are for a desk: the application has none then', async () => {
  const many = async () => {
    const client = await pool().connect()
    try {
      await client.query(`BEGIN; SELECT set_config('app.corporations', '${linde.id},${eik.id}', true)`)
      return (await client.query('SELECT DISTINCT corporation_id FROM tenant')).rows.length
    } finally {
      await client.query('ROLLBACK')
      client.release()
    }
  }
  expect(await many()).toBe(0)
  const [{ was } = { was: '' }] = await asSuperuser<{ was: string }>(
    `SELECT pg_get_functiondef('app_corporations'::regproc) AS was`,
  )
  const loose = `CREATE OR REPLACE FUNCTION app_corporations() RETURNS integer[] LANGUAGE sql STABLE PARALLEL SAFE
    RETURN ('{' || nullif(current_setting('app.corporations', true), '') || '}')::integer[]`
  await without(loose, was, async () => expect(await many()).toBe(2))
})

test('a round that asks for arrears or nuisance, or of which it is not known, does not exist for a desk, nor do its homes', async () => {
  const { id: tenantId, homeId } = await aTenant(systemScope(linde.id))
  // Past the keys to the colleague who made it, of whom there is none here.
  const round = (name: string, usesCircumstances: boolean) => `
    WITH c AS (INSERT INTO campaign (corporation_id, name, state, purpose, legal_basis, reason_to_call, criteria, policy, created_by, uses_circumstances)
      VALUES (${linde.id}, '${name}', 'running', '', 'legitimate-interest', '', '{}', '{}', gen_random_uuid(), ${usesCircumstances}) RETURNING id)
    INSERT INTO target (corporation_id, campaign_id, home_id, tenant_id) SELECT ${linde.id}, id, '${homeId}', '${tenantId}' FROM c;`
  await asSuperuser(`SET session_replication_role = replica; ${round('open', false)} ${round('about arrears', true)}`)
  const held = inHand(operator, linde.id)
  const names = () => ask(held, 'SELECT c.name FROM target t JOIN campaign c ON c.id = t.campaign_id')
  const targets = () => ask(held, 'SELECT id FROM target')
  expect([await names(), (await targets()).length]).toEqual([[{ name: 'open' }], 1])
  const back =
    'CREATE POLICY no_circumstances ON campaign AS RESTRICTIVE TO rondbel_desk USING (NOT uses_circumstances)'
  await without('DROP POLICY no_circumstances ON campaign', back, async () =>
    expect([(await names()).length, (await targets()).length]).toEqual([2, 2]),
  )
})

test('of the contracts a desk sees its own, and of people its own', async () => {
  const other = await aDesk([linde], { name: 'Meldkamer Zuid' })
  const theirs = await aDeskActor(other, { corporations: [linde] })
  expect(await ask(operator, 'SELECT DISTINCT desk_id FROM desk_corporation')).toEqual([{ desk_id: operator.deskId }])
  expect(await ask(theirs, 'SELECT id FROM account')).toEqual([{ id: theirs.accountId }])
  const back =
    'CREATE POLICY own_desk ON desk_corporation AS RESTRICTIVE TO rondbel_desk USING (desk_id = (SELECT app_desk()))'
  await without('DROP POLICY own_desk ON desk_corporation', back, async () =>
    expect((await ask(theirs, 'SELECT DISTINCT desk_id FROM desk_corporation')).length).toBe(2),
  )
})

test('the key of the corporation in hand opens, so that what a desk writes is sealed as the rest', async () => {
  const { id } = linde
  const sealed = await inScope(inHand(operator, id), async (tx) =>
    (await sealerFor(tx, id)).seal({ table: 'contact', column: 'notes', rowId: 'a' }, 'lekkage'),
  )
  const opened = await inScope(systemScope(id), async (tx) =>
    (await sealerFor(tx, id)).open({ table: 'contact', column: 'notes', rowId: 'a' }, sealed),
  )
  expect(opened).toBe('lekkage')
})

test('ten thousand questions of sixty operators of two desks and of members about people, and as many about the queue, over five connections: no foreign row', async () => {
  const zuid = await aDesk([eik, notServed], { name: 'Meldkamer Zuid' })
  const southern = await aDeskActor(zuid, { corporations: [eik, notServed] })
  const scopes: (Scope | InHand)[] = Array.from({ length: 60 }, (_, at) => {
    const served = at % 2 === 0 ? [linde.id, eik.id] : [eik.id, notServed.id]
    const desk = at % 2 === 0 ? operator : southern
    if (at % 6 === 5) return systemScope(served[at % 4 < 2 ? 0 : 1] ?? linde.id)
    return at % 6 === 4 ? desk : inHand(desk, served[at % 4 < 2 ? 0 : 1] ?? linde.id)
  })
  const desks = [operator, southern]
  for (const { deskId, corporationIds } of desks)
    for (const corporationId of corporationIds)
      await aContact({ deskId }, { corporationId, lineId: await aLine(corporationId) })
  const question = {
    name: 'desk-scope-foreign-rows',
    text: 'SELECT DISTINCT corporation_id, current_user AS role FROM tenant',
    values: [],
  }
  const ofQueue = {
    name: 'desk-scope-foreign-contacts',
    text: 'SELECT corporation_id, desk_id FROM desk_contact',
    values: [],
  }
  await closeDatabase()
  pool().options.max = 5
  try {
    const counts = { asked: 0, foreign: 0, own: 0 }
    const queue = { asked: 0, foreign: 0, own: 0 }
    await Promise.all(
      scopes.map(async (scope) => {
        const own = 'corporationId' in scope ? [scope.corporationId] : []
        const seen: readonly number[] = 'corporationId' in scope ? own : scope.corporationIds
        for (let turn = 0; turn < 167; turn += 1) {
          const rows =
            turn % 2 === 0
              ? await inScopeAtOnce<{ corporation_id: number }>(scope as Scope, question)
              : await inScopeSql(scope, (tx) =>
                  tx.sql<{ corporation_id: number }>(sql`SELECT DISTINCT corporation_id FROM tenant`),
                )
          counts.asked += 1
          counts.foreign += rows.filter(({ corporation_id: id }) => !own.includes(id)).length
          counts.own += rows.length
          const waiting = await inScopeAtOnce<{ corporation_id: number; desk_id: number }>(scope as Scope, ofQueue)
          queue.asked += 1
          queue.own += waiting.length
          queue.foreign += waiting.filter(
            ({ corporation_id: id, desk_id: desk }) =>
              !seen.includes(id) || (scope.as === 'desk' && desk !== scope.deskId),
          ).length
        }
      }),
    )
    expect([queue.asked, queue.foreign]).toEqual([10_020, 0])
    expect(queue.own).toBeGreaterThan(10_020)
    expect(counts).toEqual({ asked: 10_020, foreign: 0, own: scopes.filter((s) => 'corporationId' in s).length * 167 })
  } finally {
    await closeDatabase()
  }
}, 120_000)
