import { beforeAll, expect, test } from 'vitest'
import { pool } from '#app/core/db.server.ts'
import { inScope, inScopeAtOnce, inScopeSql } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import { anActor } from '#prisma/builders/account.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'
import { until } from '#tests/support/until.ts'

beforeAll(async () => {
  await useDatabase()
})

const slow = 'SELECT pg_sleep(60)::text'

/** Breaks the connection on which the slow question waits, as a database that stops does. */
async function breakSlowOnes() {
  const broken = () =>
    asSuperuser(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE '%pg_sleep%' AND pid <> pg_backend_pid()`,
    )
  await until('the slow question is asked', async () => (await broken()).length > 0)
}

test.each([
  ['a transaction', (scope: Scope) => inScopeSql(scope, (tx) => tx.sql({ text: slow, values: [] }))],
  ['a Prisma transaction', (scope: Scope) => inScope(scope, (tx) => tx.sql({ text: slow, values: [] }))],
  ['a statement at once', (scope: Scope) => inScopeAtOnce(scope, { text: slow })],
])('a connection that breaks under %s fails that one, and the next goes on', async (_what, ask) => {
  const scope = await anActor(await aCorporation())
  const pending = ask(scope).then(
    () => 'answered',
    () => 'failed',
  )
  await breakSlowOnes()
  expect(await pending).toBe('failed')
  expect(await inScopeSql(scope, (tx) => tx.sql(sql`SELECT 1 AS one`))).toEqual([{ one: 1 }])
})

test('connections that break while nobody uses them are replaced', async () => {
  const scope = await anActor(await aCorporation())
  await asSuperuser(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'rondbel'`,
  )
  await until('they are gone', () => pool().totalCount === 0)
  expect(await inScopeSql(scope, (tx) => tx.sql(sql`SELECT 1 AS one`))).toEqual([{ one: 1 }])
})

type Scope = Awaited<ReturnType<typeof anActor>>
