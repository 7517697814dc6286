import { beforeAll, expect, test } from 'vitest'
import { applyMigrations } from '#prisma/schema-engine.ts'
import { asOwner, useDatabase } from '#tests/support/database.ts'

let url: string
beforeAll(async () => {
  url = await useDatabase()
})

test('a migration that fails says what PostgreSQL said', async () => {
  await asOwner(`DELETE FROM _prisma_migrations WHERE migration_name LIKE '%closed_lists'`)
  await expect(applyMigrations(url)).rejects.toThrow(
    'constraint "account_language_check" for relation "account" already',
  )
})

test('what failed half is not tried again without anybody looking', async () => {
  await expect(applyMigrations(url)).rejects.toThrow('failed migrations')
})
