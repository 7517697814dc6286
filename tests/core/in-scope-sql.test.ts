import { beforeAll, expect, test } from 'vitest'
import { closeDatabase, pool } from '#app/core/db.server.ts'
import { inScopeSql, systemScope } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { aTenant } from '#prisma/builders/tenant.ts'
import { useDatabase } from '#tests/support/database.ts'

beforeAll(async () => {
  await useDatabase()
})

const tenants = sql`SELECT id FROM tenant`
const transaction = sql`SELECT pg_current_xact_id()::text AS id, current_setting('app.corporations') AS corporations`
const aScope = async () => systemScope((await aCorporation()).id)

/** One connection, so that whatever is left behind meets the next. */
async function onOneConnection<T>(work: () => Promise<T>) {
  await closeDatabase()
  pool().options.max = 1
  try {
    return await work()
  } finally {
    await closeDatabase()
  }
}

test('whatever is asked first, and at the same time, is asked in one transaction of the scope', async () => {
  const scope = await aScope()
  const all = await inScopeSql(scope, async (tx) => [
    ...(await Promise.all([tx.sql(transaction), tx.sql(transaction)])),
    (await tx.client.query(transaction)).rows,
    await tx.sql(transaction),
  ])
  const byClient = await inScopeSql(scope, async ({ client, sql: run }) => [
    (await client.query(transaction)).rows,
    await run(transaction),
  ])
  for (const answers of [all, byClient]) {
    const [first] = answers
    expect(first).toMatchObject([{ corporations: String(scope.corporationId) }])
    for (const answer of answers) expect(answer).toEqual(first)
  }
})

test.each([
  ['cannot be read', sql`SELECT nothing FROM nowhere`, '42P01'],
  ['is another corporation’s', sql`INSERT INTO segment (corporation_id) VALUES (0)`, '42501'],
])('a first statement that %s leaves nothing behind', async (_what, statement, code) => {
  const scope = await aScope()
  const { id } = await aTenant(scope)
  await onOneConnection(async () => {
    await expect(inScopeSql(scope, (tx) => tx.sql(statement))).rejects.toMatchObject({ code })
    expect((await pool().query(tenants)).rows).toEqual([])
    expect(await inScopeSql(scope, (tx) => tx.sql(tenants))).toEqual([{ id }])
  })
})

test('what fails after the first statement takes that back too', async () => {
  const scope = await aScope()
  const { id } = await aTenant(scope)
  const failing = inScopeSql(scope, async (tx) => {
    await tx.sql(sql`UPDATE tenant SET is_do_not_call = true`)
    throw new Error('half way')
  })
  await expect(failing).rejects.toThrow('half way')
  expect(await inScopeSql(scope, (tx) => tx.sql(sql`SELECT id FROM tenant WHERE NOT is_do_not_call`))).toEqual([{ id }])
})

test('work that asks nothing begins nothing, and its connection goes back', async () => {
  const scope = await aScope()
  await onOneConnection(async () => {
    expect(await inScopeSql(scope, async () => 'nothing')).toBe('nothing')
    await expect(inScopeSql(scope, () => Promise.reject(new Error('before')))).rejects.toThrow('before')
    expect(await inScopeSql(scope, (tx) => tx.sql(sql`SELECT 1 AS one`))).toEqual([{ one: 1 }])
  })
})
