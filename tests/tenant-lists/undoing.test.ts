import { beforeAll, expect, test } from 'vitest'
import { campaignsFollowLists } from '#app/campaigns/follow-list.server.ts'
import { inScopeSql, systemScope } from '#app/core/scope.server.ts'
import type { Corporation } from '#app/corporations/corporations.server.ts'
import { listImportRows } from '#app/tenant-lists/import-rows.server.ts'
import { requestUndo, undoImport } from '#app/tenant-lists/undo-import.server.ts'
import { refersToHome, refersToTenant } from '#app/tenant-lists/undo-rows.server.ts'
import { anActor } from '#prisma/builders/account.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'
import { applied, dump, generatedList, nextWeek, smallList } from './lists.ts'

beforeAll(async () => {
  await useDatabase()
})

const now = () => new Date()

async function undone(corporation: Corporation, importId: string) {
  const scope = systemScope(corporation.id)
  const started = await inScopeSql(scope, (tx) => requestUndo(tx, scope, { importId, now: now() }))
  return started.ok ? undoImport(scope, importId, campaignsFollowLists) : started
}

test('undoing a first list takes all of it away', async () => {
  const [corporation, { path, truth }] = [await aCorporation(), await generatedList({ rows: 500 })]
  const { importId } = await applied(corporation, path)
  expect(await undone(corporation, importId)).toMatchObject({
    ok: true,
    counts: { removed: truth.distinctTenants, homesRemoved: truth.homes, leftAlone: {} },
  })
  expect((await dump(corporation)).trim()).toBe('')
})

test('undoing next week restores exactly what stood there', async () => {
  const corporation = await aCorporation()
  const { path } = await generatedList({ rows: 500 })
  await applied(corporation, path)
  const before = await dump(corporation)
  const other = await generatedList({ rows: 480, seed: 2 })
  const { importId, counts } = await applied(corporation, other.path)
  expect(counts.changed).toBeGreaterThan(300)
  expect(counts.gone).toBeGreaterThan(0)
  expect(await dump(corporation)).not.toBe(before)
  expect(await undone(corporation, importId)).toMatchObject({
    ok: true,
    counts: { broughtBack: counts.gone, removed: counts.new, leftAlone: {} },
  })
  expect(await dump(corporation)).toBe(before)
})

test('a tenant who changed since is left alone, and named', async () => {
  const corporation = await aCorporation()
  const first = smallList([{ Huurdernr: '1' }, { Huurdernr: '2' }])
  await applied(corporation, first)
  const { importId } = await applied(
    corporation,
    smallList([
      { Huurdernr: '1', Mobiel: '06-22222222' },
      { Huurdernr: '2', Mobiel: '06-22222222' },
      { Huurdernr: '3' },
      { Huurdernr: '4' },
    ]),
  )
  await asSuperuser(`UPDATE tenant SET mobile = '+31633333333' WHERE corporation_id = $1 AND number = '1'`, [
    corporation.id,
  ])
  const { accountId } = await anActor(corporation)
  await asSuperuser(
    `INSERT INTO follow_up (corporation_id, tenant_id, kind, due_on, owner_id, promised_by)
     SELECT corporation_id, id, 'visit', '2026-12-01', $2, $2 FROM tenant WHERE corporation_id = $1 AND number = '3'`,
    [corporation.id, accountId],
  )
  expect(await undone(corporation, importId)).toMatchObject({
    ok: true,
    counts: { restored: 1, removed: 1, leftAlone: { 'changed-since': 1, 'in-use': 1 } },
  })
  const left = await asSuperuser(`SELECT number, mobile FROM tenant WHERE corporation_id = $1 ORDER BY number`, [
    corporation.id,
  ])
  expect(left).toEqual([
    { number: '1', mobile: '+31633333333' },
    { number: '2', mobile: '+31612345678' },
    { number: '3', mobile: '+31612345678' },
  ])
  const named = await listImportRows(systemScope(corporation.id), importId, {
    group: 'left-alone',
    page: 1,
    withCircumstances: false,
  })
  expect(named.map(({ number, leftAlone }) => [number, leftAlone])).toEqual([
    ['1', 'changed-since'],
    ['3', 'in-use'],
  ])
})

test('only the last list can be undone, within thirty days, and once', async () => {
  const corporation = await aCorporation()
  const list = (name: string) => smallList([{ Huurdernr: '1', Achternaam: name }])
  const first = await applied(corporation, list('Een'))
  const second = await applied(corporation, list('Twee'))
  expect(await undone(corporation, first.importId)).toEqual({ ok: false, reason: 'later-list' })
  expect(await undone(corporation, second.importId)).toMatchObject({ ok: true })
  expect(await undone(corporation, second.importId)).toEqual({ ok: false, reason: 'not-in-this-state' })
  await asSuperuser(`UPDATE tenant_import SET applied_at = applied_at - interval '31 days' WHERE id = $1`, [
    first.importId,
  ])
  expect(await undone(corporation, first.importId)).toEqual({ ok: false, reason: 'too-long-ago' })
})

test('a correction the list had taken over stands over the list again', async () => {
  const corporation = await aCorporation()
  await applied(corporation, smallList([{ Huurdernr: '1' }]))
  await asSuperuser(`UPDATE tenant SET mobile = '+31622222222' WHERE corporation_id = $1`, [corporation.id])
  const { accountId } = await anActor(corporation)
  await asSuperuser(
    `INSERT INTO tenant_correction (corporation_id, tenant_id, field, value, account_id) SELECT corporation_id, id, 'mobile', mobile, $2 FROM tenant WHERE corporation_id = $1`,
    [corporation.id, accountId],
  )
  const { importId } = await applied(corporation, smallList([{ Huurdernr: '1', Mobiel: '06-22222222' }]))
  const open = () =>
    asSuperuser(`SELECT 1 FROM tenant_correction WHERE corporation_id = $1 AND agreed_at IS NULL`, [corporation.id])
  expect(await open()).toHaveLength(0)
  await undone(corporation, importId)
  expect(await open()).toHaveLength(1)
})

test('whatever table refers to a tenant or a home is asked before one is taken away', async () => {
  const referring = async (table: string) =>
    (
      await asSuperuser<{ name: string }>(
        `SELECT conrelid::regclass::text AS name FROM pg_constraint WHERE contype = 'f' AND confrelid = $1::regclass ORDER BY 1`,
        [table],
      )
    ).map(({ name }) => name)
  expect(await referring('tenant')).toEqual([...refersToTenant, 'tenant_circumstance'].sort())
  expect(await referring('home')).toEqual([...refersToHome].sort())
})

test('next week of a large list can be undone too', async () => {
  const corporation = await aCorporation()
  const { path } = await generatedList({ rows: 2000, dirt: 0 })
  await applied(corporation, path)
  const before = await dump(corporation)
  const { importId } = await applied(corporation, nextWeek(path, 7).path)
  await undone(corporation, importId)
  expect(await dump(corporation)).toBe(before)
})
