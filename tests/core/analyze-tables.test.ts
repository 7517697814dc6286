import { beforeAll, expect, test } from 'vitest'
import { analyzeTables } from '#app/core/analyze-tables.server.ts'
import { inScopeSql, systemScope } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'
import { applied, generatedList } from '#tests/tenant-lists/lists.ts'

beforeAll(async () => {
  await useDatabase()
  // What PostgreSQL would find out by itself, at a moment of its own.
  for (const table of ['home', 'tenant', 'tenant_circumstance', 'target'])
    await asSuperuser(`ALTER TABLE ${table} SET (autovacuum_enabled = false)`)
})

/** How many rows the planner believes there are; -1 when it never looked. */
async function believed(): Promise<Record<string, number>> {
  const rows = await asSuperuser<{ name: string; rows: number }>(
    `SELECT relname AS name, reltuples::int AS rows FROM pg_class WHERE oid IN ('home'::regclass, 'tenant'::regclass)`,
  )
  return Object.fromEntries(rows.map(({ name, rows }) => [name, rows]))
}

test('after a list was taken over the planner knows how many tenants and homes there are', async () => {
  expect(await believed()).toEqual({ home: -1, tenant: -1 })
  const { truth } = await listApplied()
  expect(await believed()).toEqual({ home: truth.homes, tenant: truth.distinctTenants })
})

test('the application may ask for it, and for nothing more of what belongs to an owner', async () => {
  const scope = systemScope((await aCorporation()).id)
  await asSuperuser('INSERT INTO home (corporation_id, number) VALUES ($1, $2)', [scope.corporationId, 'VHE1'])
  const before = await believed()
  await inScopeSql(scope, (tx) => tx.sql(sql`ANALYZE home`))
  expect(await believed()).toEqual(before)
  await analyzeTables(scope)
  expect((await believed()).home).toBe((before.home ?? 0) + 1)
  await expect(inScopeSql(scope, (tx) => tx.sql(sql`TRUNCATE home`))).rejects.toThrow(/permission denied/)
})

test('a process of the version before may ask for it by the name it knows', async () => {
  const scope = systemScope((await aCorporation()).id)
  await asSuperuser('INSERT INTO home (corporation_id, number) VALUES ($1, $2)', [scope.corporationId, 'VHE1'])
  const before = await believed()
  await inScopeSql(scope, (tx) => tx.sql(sql`SELECT freshen_statistics()::text`))
  expect((await believed()).home).toBe((before.home ?? 0) + 1)
})

test.each(['refresh_statistics()', 'freshen_statistics()'])('nobody but the application may call %s', async (name) => {
  const [row] = await asSuperuser(
    `SELECT has_function_privilege('rondbel_app', $1, 'EXECUTE') AS application,
      has_function_privilege('rondbel_queue', $1, 'EXECUTE') AS queue`,
    [name],
  )
  expect(row).toEqual({ application: true, queue: false })
})

async function listApplied() {
  const [corporation, { path, truth }] = [await aCorporation(), await generatedList({ rows: 500 })]
  await applied(corporation, path)
  return { truth }
}
