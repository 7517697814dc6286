import pg from 'pg'
import { beforeAll, expect, test } from 'vitest'
import { applyMigrations } from '#prisma/apply-migrations.ts'
import { migrationNames } from '#prisma/migration-files.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'

let url: string
beforeAll(async () => {
  url = await useDatabase()
})

async function applied() {
  const client = new pg.Client(url)
  await client.connect()
  return applyMigrations(client).finally(() => client.end())
}
const standing = () => asSuperuser<{ name: string }>(`SELECT migration_name AS name FROM _prisma_migrations ORDER BY 1`)
/** One that may run twice. */
const repeatable = '20261127080300_corporations_as_an_array'
const closedLists = migrationNames().find((name) => name.endsWith('closed_lists'))

test('a migration that fails says which and what PostgreSQL said, leaves nothing, and is tried again at the next start', async () => {
  await asSuperuser(`DELETE FROM _prisma_migrations WHERE migration_name = $1`, [closedLists])
  const before = await standing()
  for (const _ of ['once', 'once more'])
    await expect(applied()).rejects.toThrow(
      `The migration ${closedLists} failed; nothing of it stays. PostgreSQL said: constraint "account_language_check" for relation "account" already`,
    )
  expect(await standing()).toEqual(before)
})

test('one that an earlier version left half is tried again: nothing of it had stayed', async () => {
  await asSuperuser(`UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name = $1`, [repeatable])
  await asSuperuser(
    `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at) VALUES ('x', 'x', $1, now()) ON CONFLICT DO NOTHING`,
    [closedLists],
  )
  expect(await applied()).toEqual([repeatable])
})

test('of five that start at once each migration is applied by one', async () => {
  await asSuperuser(`DELETE FROM _prisma_migrations WHERE migration_name = $1`, [repeatable])
  const all = await Promise.all([1, 2, 3, 4, 5].map(applied))
  expect(all.flat()).toEqual([repeatable])
})
