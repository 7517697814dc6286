import { beforeAll, expect, test } from 'vitest'
import { campaignsFollowLists } from '#app/campaigns/follow-list.server.ts'
import { systemScope } from '#app/core/scope.server.ts'
import { sumOf } from '#app/tenant-lists/import-counts.ts'
import { importTenantList } from '#app/tenant-lists/import-tenant-list.server.ts'
import { anActor } from '#prisma/builders/account.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { asSuperuser, useDatabase } from '#tests/support/database.ts'
import { applied, fingerprint, generatedList, nextWeek, smallList, today } from './lists.ts'

beforeAll(async () => {
  await useDatabase()
})

test.each(['itris', 'dynamics', 'viewpoint', 'plain'])(
  'a list of 3,000 rows in the dialect of %s comes in as its truth file says',
  async (profile) => {
    const [corporation, { path, truth }] = [await aCorporation(), await generatedList({ profile, seed: 7 })]
    const { counts } = await applied(corporation, path)
    expect(counts).toMatchObject({
      rows: truth.rows,
      new: truth.distinctTenants,
      changed: 0,
      unchanged: 0,
      duplicate: truth.duplicateRows,
      rejected: truth.rejected,
      warned: truth.warned,
      distinctTenants: truth.distinctTenants,
      homes: truth.homes,
    })
    const [kept] = await asSuperuser(
      `SELECT (SELECT count(*)::int FROM tenant WHERE corporation_id = $1) AS tenants, (SELECT count(*)::int FROM home WHERE corporation_id = $1) AS homes`,
      [corporation.id],
    )
    expect(kept).toEqual({ tenants: truth.distinctTenants, homes: truth.homes })
  },
)

test('the same file again changes nothing', async () => {
  const [corporation, { path, truth }] = [await aCorporation(), await generatedList({ rows: 1000 })]
  await applied(corporation, path)
  const before = await fingerprint(corporation)
  const { counts } = await applied(corporation, path)
  expect(counts).toMatchObject({ new: 0, changed: 0, unchanged: truth.distinctTenants, gone: 0, changedFields: {} })
  expect(await fingerprint(corporation)).toBe(before)
})

test('next week only what differs is changed, and the rows add up', async () => {
  const [corporation, { path }] = [await aCorporation(), await generatedList({ rows: 1000, dirt: 0 })]
  await applied(corporation, path)
  const next = nextWeek(path, 50)
  const { counts } = await applied(corporation, next.path)
  expect(counts).toMatchObject({ new: 0, changed: next.changed, changedFields: { email: next.changed }, gone: 0 })
  expect(counts.new + counts.changed + counts.unchanged + counts.duplicate + sumOf(counts.rejected)).toBe(counts.rows)
})

const tenants = (corporationId: number) =>
  asSuperuser<Record<string, string | null>>(
    `SELECT t.number, t.last_name, t.email, t.mobile, t.gone_since IS NOT NULL AS gone, h.number AS home, h.street FROM tenant t
     LEFT JOIN home h ON h.corporation_id = t.corporation_id AND h.id = t.home_id WHERE t.corporation_id = $1 ORDER BY t.number`,
    [corporationId],
  )

test('whoever is no longer in the list is gone, and back when a later list has them', async () => {
  const corporation = await aCorporation()
  const [all, fewer] = [smallList([{ Huurdernr: '1' }, { Huurdernr: '2' }]), smallList([{ Huurdernr: '1' }])]
  await applied(corporation, all)
  expect((await applied(corporation, fewer)).counts).toMatchObject({ unchanged: 1, gone: 1 })
  expect((await tenants(corporation.id)).map(({ gone }) => gone)).toEqual([false, true])
  expect((await applied(corporation, all)).counts).toMatchObject({ unchanged: 1, changed: 1, returned: 1 })
  expect((await tenants(corporation.id)).map(({ gone }) => gone)).toEqual([false, false])
})

test('of one tenant number twice the last row counts, and the other is reported', async () => {
  const corporation = await aCorporation()
  const { counts } = await applied(
    corporation,
    smallList([
      { Huurdernr: '1', Achternaam: 'Eerst' },
      { Huurdernr: '1', Achternaam: 'Laatst' },
      { Huurdernr: '1', Achternaam: '', Voorletters: '' },
    ]),
  )
  expect(counts).toMatchObject({ rows: 3, new: 1, duplicate: 1, rejected: { 'missing name': 1 } })
  expect((await tenants(corporation.id)).map((tenant) => tenant.last_name)).toEqual(['Laatst'])
})

test('two tenants of one home stay two, with the fullest address for both', async () => {
  const corporation = await aCorporation()
  const list = smallList([
    { Huurdernr: '1', 'VHE-nummer': 'V1' },
    { Huurdernr: '2', 'VHE-nummer': 'V1', Straat: 'Molenwg', Postcode: 'onzin' },
  ])
  expect((await applied(corporation, list)).counts).toMatchObject({
    new: 2,
    homes: 1,
    warned: { 'invalid postcode': 1 },
  })
  expect((await tenants(corporation.id)).map(({ home, street }) => [home, street])).toEqual([
    ['V1', 'Molenweg'],
    ['V1', 'Molenweg'],
  ])
  expect((await applied(corporation, list)).counts).toMatchObject({ changed: 0, unchanged: 2 })
})

test('a column the list does not have leaves what is known', async () => {
  const corporation = await aCorporation()
  await applied(corporation, smallList([{ Huurdernr: '1', 'E-mail': 'wit@example.nl' }]))
  const { counts } = await applied(
    corporation,
    smallList([{ Huurdernr: '1', Achternaam: 'Zwart' }], 'Huurdernr;Voorletters;Achternaam'),
  )
  expect(counts.changedFields).toEqual({ lastName: 1 })
  expect(await tenants(corporation.id)).toMatchObject([
    { last_name: 'Zwart', email: 'wit@example.nl', mobile: '+31612345678', home: 'V0' },
  ])
})

test('what a tenant corrected stands over the list until the list agrees', async () => {
  const corporation = await aCorporation()
  const list = (mobile: string) => smallList([{ Huurdernr: '1', Mobiel: mobile }])
  await applied(corporation, list('06-12345678'))
  await asSuperuser(`UPDATE tenant SET mobile = '+31687654321' WHERE corporation_id = $1`, [corporation.id])
  const { accountId } = await anActor(corporation)
  await asSuperuser(
    `INSERT INTO tenant_correction (corporation_id, tenant_id, field, list_value, value, account_id)
     SELECT corporation_id, id, 'mobile', '+31612345678', mobile, $2 FROM tenant WHERE corporation_id = $1`,
    [corporation.id, accountId],
  )
  expect((await applied(corporation, list('06-11111111'))).counts).toMatchObject({ changed: 0, unchanged: 1 })
  expect(await tenants(corporation.id)).toMatchObject([{ mobile: '+31687654321' }])
  const corrections = () =>
    asSuperuser(`SELECT list_value, agreed_at IS NOT NULL AS agreed FROM tenant_correction WHERE corporation_id = $1`, [
      corporation.id,
    ])
  expect(await corrections()).toEqual([{ list_value: '+31611111111', agreed: false }])
  await applied(corporation, list('06-87654321'))
  expect(await corrections()).toEqual([{ list_value: '+31687654321', agreed: true }])
  await applied(corporation, list('06-22222222'))
  expect(await tenants(corporation.id)).toMatchObject([{ mobile: '+31622222222' }])
})

test('a check alone touches no tenant', async () => {
  const corporation = await aCorporation()
  const answer = await importTenantList(
    systemScope(corporation.id),
    {
      path: smallList([{ Huurdernr: '1' }]),
      fileName: 'a.csv',
      today,
      apply: false,
    },
    campaignsFollowLists,
  )
  expect(answer).toMatchObject({ ok: true, applied: false, counts: { new: 1 } })
  expect(await tenants(corporation.id)).toEqual([])
})

test('each step leaves an audit row without a word about anybody', async () => {
  const corporation = await aCorporation()
  const { importId } = await applied(corporation, smallList([{ Huurdernr: '1', Achternaam: 'Geheim' }]))
  const rows = await asSuperuser<{ action: string; details: unknown }>(
    `SELECT action, details FROM audit_event WHERE corporation_id = $1 AND subject_id = $2 ORDER BY id`,
    [corporation.id, importId],
  )
  expect(rows.map(({ action }) => action)).toEqual(
    ['uploaded', 'mapped', 'checked', 'application-started', 'applied'].map((step) => `tenant-list:${step}`),
  )
  expect(JSON.stringify(rows)).not.toContain('Geheim')
})
