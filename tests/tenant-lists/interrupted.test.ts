import { beforeAll, expect, test } from 'vitest'
import { campaignsFollowLists } from '#app/campaigns/follow-list.server.ts'
import { inScopeSql, systemScope } from '#app/core/scope.server.ts'
import { applyImport, requestApplication } from '#app/tenant-lists/apply-import.server.ts'
import { findImport } from '#app/tenant-lists/imports.server.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { importUnderKills } from '#tests/faults/import-kill.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'
import { applied, begun, checkOf, fingerprint, generatedList, smallList, today } from './lists.ts'

beforeAll(async () => {
  await useDatabase()
})

const now = () => new Date()

test('killed again and again while checking and applying, a list comes in as if nothing happened', {
  timeout: 120_000,
}, async () => {
  const { path, truth } = await generatedList({ rows: 4000, seed: 3 })
  const [calm, hard] = [await aCorporation(), await aCorporation()]
  await applied(calm, path)
  const outcome = await importUnderKills({
    corporationId: hard.id,
    path,
    listedOn: today,
    kills: { check: 2, apply: 3 },
    longestMs: 1500,
    random: Math.random,
  })
  expect(outcome.state).toBe('applied')
  for (const { kind, seenTenants } of outcome.kills)
    expect(kind === 'check' ? [0] : [0, truth.distinctTenants]).toContain(seenTenants)
  expect(await fingerprint(hard)).toBe(await fingerprint(calm))
  expect(
    await asSuperuser(`SELECT 1 FROM audit_event WHERE corporation_id = $1 AND action = 'tenant-list:applied'`, [
      hard.id,
    ]),
  ).toHaveLength(1)
})

test('two workers at one import: one does it, the other finds it done', async () => {
  const corporation = await aCorporation()
  const scope = systemScope(corporation.id)
  const { importId } = await checkOf(scope, (await generatedList({ rows: 1000 })).path)
  await begun(scope, importId)
  const answers = await Promise.all([
    applyImport(scope, importId, campaignsFollowLists),
    applyImport(scope, importId, campaignsFollowLists),
  ])
  expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true])
  expect(await applyImport(scope, importId, campaignsFollowLists)).toEqual({ ok: false, reason: 'not-in-this-state' })
})

test('a list checked before another was applied is looked at again', async () => {
  const corporation = await aCorporation()
  const scope = systemScope(corporation.id)
  const [one, other] = [
    smallList([{ Huurdernr: '1' }, { Huurdernr: '2' }]),
    smallList([{ Huurdernr: '1' }, { Huurdernr: '2', Mobiel: '06-22222222' }]),
  ]
  const [first, second] = [await checkOf(scope, one), await checkOf(scope, other)]
  for (const { importId } of [first, second]) await begun(scope, importId)
  expect(await applyImport(scope, first.importId, campaignsFollowLists)).toMatchObject({ ok: true, counts: { new: 2 } })
  // One of two changes is more than 30 %: nobody said yes to that, so it asks.
  expect(await applyImport(scope, second.importId, campaignsFollowLists)).toEqual({ ok: false, reason: 'asks-again' })
  expect(await findImport(scope, second.importId, now())).toMatchObject({
    state: 'checked',
    counts: { new: 0, changed: 1 },
    warnings: [{ code: 'field-changes-much', field: 'mobile', confirmed: false }],
  })
  await begun(scope, second.importId)
  expect(await applyImport(scope, second.importId, campaignsFollowLists)).toMatchObject({
    ok: true,
    counts: { changed: 1, unchanged: 1 },
  })
})

test('after a crash of the database the rows are made again from the file', async () => {
  const corporation = await aCorporation()
  const scope = systemScope(corporation.id)
  const { importId } = await checkOf(scope, smallList([{ Huurdernr: '1' }, { Huurdernr: '2' }]))
  await asSuperuser(`DELETE FROM tenant_import_row WHERE corporation_id = $1`, [corporation.id])
  await begun(scope, importId)
  expect(await applyImport(scope, importId, campaignsFollowLists)).toMatchObject({ ok: true, counts: { new: 2 } })
})

test('an older list after a newer one, and one of another corporation, ask before they are applied', async () => {
  const corporation = await aCorporation()
  const scope = systemScope(corporation.id)
  await applied(corporation, smallList([{ Huurdernr: '1' }]))
  const older = await checkOf(scope, smallList([{ Huurdernr: '1' }, { Huurdernr: '2' }]), '2026-11-01')
  expect(older).toMatchObject({ warnings: [{ code: 'older-list', newestListedOn: today }] })
  expect(
    await inScopeSql(scope, (tx) => requestApplication(tx, scope, { importId: older.importId, confirmed: [] })),
  ).toEqual({
    ok: false,
    reason: 'warnings-unconfirmed',
  })
  expect(
    await inScopeSql(scope, (tx) =>
      requestApplication(tx, scope, { importId: older.importId, confirmed: ['older-list'] }),
    ),
  ).toEqual({
    ok: true,
  })
  expect(await checkOf(scope, smallList([{ Huurdernr: 'X1' }, { Huurdernr: 'X2' }]))).toMatchObject({
    warnings: [{ code: 'unknown-tenants' }, { code: 'many-gone' }],
  })
})
