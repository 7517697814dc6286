import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { closedLists } from '#prisma/closed-lists.ts'
import { readSchema } from '#prisma/schema-engine.ts'
import { wholeDifference, writeMigration } from '#prisma/write-migration.ts'
import { asMigrator, useDatabase } from '#tests/support/database.ts'

let url: string
let into: string
const now = new Date('2026-12-01T09:05:07Z')

beforeAll(async () => {
  url = await useDatabase()
})
beforeEach(() => {
  into = mkdtempSync(join(inject('runDir'), 'migrations-'))
})

const moment = `
model Moment {
  corporationId Int     @map("corporation_id")
  id            String  @default(dbgenerated("uuid_v7()")) @db.Uuid
  state         String  @default("open")

  @@id([corporationId, id])
  @@map("moment")
}
model Holiday {
  day  DateTime @id @db.Date

  @@map("holiday")
}`
const wanted = {
  schema: [...readSchema(), { path: 'prisma/schema/moments.prisma', content: moment }],
  lists: { ...closedLists, 'moment.state': ['open', 'done'] },
}

test('a migration that was written brings the database to the schema and the lists', async () => {
  const written = await writeMigration('moments', () => wholeDifference(url, wanted), { into, now })
  const path = join(into, '20261201090507_moments', 'migration.sql')
  expect(written).toEqual({ ok: true, path })
  const script = readFileSync(path, 'utf8')
  expect(script).toContain('CREATE TABLE "moment"')
  expect(script).toContain(`CHECK ("state" IN ('open', 'done'))`)
  await asMigrator(script)
  expect(await wholeDifference(url, wanted)).toBe('')
  await asMigrator('DROP TABLE moment, holiday')
})

test('a new table of a corporation starts under row-level security, one of nobody does not', async () => {
  const script = await wholeDifference(url, wanted)
  expect(script.match(/SELECT protect_by_corporation.*/g)).toEqual([`SELECT protect_by_corporation('moment');`])
})

test('a list that got another code replaces its CHECK, and only that one', async () => {
  const lists = { ...closedLists, 'gesture.kind': ['card', 'flowers', 'cake'] }
  const script = await wholeDifference(url, { lists })
  expect(script).toBe(
    `ALTER TABLE "gesture"\n  DROP CONSTRAINT "gesture_kind_check",\n  ADD CONSTRAINT "gesture_kind_check" CHECK ("kind" IN ('card', 'flowers', 'cake'));\n`,
  )
  await asMigrator(script)
  expect(await wholeDifference(url, { lists })).toBe('')
  await asMigrator(await wholeDifference(url))
})

test('a column that holds several codes gets a CHECK on each of them', async () => {
  const lists = { ...closedLists, 'conversation.topics[]': ['chat', "o'clock"] }
  const script = await wholeDifference(url, { lists })
  expect(script).toContain(`CHECK ("topics" <@ ARRAY['chat', 'o''clock'])`)
  await asMigrator(script)
  expect(await wholeDifference(url, { lists })).toBe('')
  await asMigrator(await wholeDifference(url))
})

test('nothing is written when there is nothing to do, as with the migrations of now', async () => {
  const written = await writeMigration('moments', () => wholeDifference(url), { into, now })
  expect(written).toEqual({ ok: false, reason: 'nothing-to-do' })
  expect(existsSync(join(into, '20261201090507_moments'))).toBe(false)
})

test.each(['', 'Moments', 'moment-list', '../moments', '1st', 'moments_', 'a b', 'a'.repeat(61)])(
  'the name %j is refused before a database is asked',
  async (name) => {
    const ask = () => Promise.reject(new Error('asked'))
    expect(await writeMigration(name, ask, { into, now })).toEqual({ ok: false, reason: 'bad-name' })
  },
)

test('a name that a migration has already is refused', async () => {
  mkdirSync(join(into, '20261122000000_moments'))
  const written = await writeMigration('moments', () => Promise.reject(new Error('asked')), { into, now })
  expect(written).toEqual({ ok: false, reason: 'name-taken' })
})

test('the command says what is wrong with a name', () => {
  const { status, stdout } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'prisma/migration-command.ts', 'Moments'],
    {
      encoding: 'utf8',
      timeout: 30_000,
    },
  )
  expect({ status, stdout }).toEqual({ status: 2, stdout: expect.stringContaining('named for what it adds') })
})
