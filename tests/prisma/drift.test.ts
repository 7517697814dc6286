import { beforeAll, expect, test } from 'vitest'
import { schemaDifference } from '#prisma/schema-engine.ts'
import { asMigrator, useDatabase } from '#tests/support/database.ts'

let url: string

beforeAll(async () => {
  url = await useDatabase()
})

test('the migrations make the database that the schema describes', async () => {
  expect(await schemaDifference(url)).toBe('')
})

test.each([
  ['a column more', 'ALTER TABLE home ADD COLUMN x text', 'ALTER TABLE home DROP COLUMN x', 'DROP COLUMN "x"'],
  ['an index more', 'CREATE INDEX x ON home (corporation_id, city)', 'DROP INDEX x', 'DROP INDEX "x"'],
  ['a table more', 'CREATE TABLE x (id int PRIMARY KEY)', 'DROP TABLE x', 'DROP TABLE "x"'],
  [
    'a column that may be empty',
    'ALTER TABLE tenant ALTER last_name DROP NOT NULL',
    'ALTER TABLE tenant ALTER last_name SET NOT NULL',
    'ALTER COLUMN "last_name" SET NOT NULL',
  ],
  [
    'another default',
    `ALTER TABLE gesture ALTER state SET DEFAULT 'sent'`,
    `ALTER TABLE gesture ALTER state SET DEFAULT 'requested'`,
    `ALTER COLUMN "state" SET DEFAULT 'requested'`,
  ],
])('%s in the database comes out', async (_, change, back, difference) => {
  await asMigrator(change)
  expect(await schemaDifference(url)).toContain(difference)
  await asMigrator(back)
  expect(await schemaDifference(url)).toBe('')
})

test('a foreign key that went comes out', async () => {
  await asMigrator('ALTER TABLE gesture DROP CONSTRAINT gesture_corporation_id_tenant_id_fkey')
  expect(await schemaDifference(url)).toContain('ADD CONSTRAINT "gesture_corporation_id_tenant_id_fkey" FOREIGN KEY')
})
