import { expect, test } from '@playwright/test'
import { campaignsFollowLists } from '#app/campaigns/follow-list.server.ts'
import { systemScope } from '#app/core/scope.server.ts'
import { importTenantList } from '#app/tenant-lists/import-tenant-list.server.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { aTenantList, criteriaCounted, figuresOf, tenantsAndHomes, today } from './tenant-list.ts'

for (const profile of ['dynamics', 'viewpoint', 'plain'] as const) {
  test(`a list of 18,000 tenants as ${profile} writes it is read to the last figure`, async () => {
    const scope = systemScope((await aCorporation({ name: `Wonen ${profile}` })).id)
    const { path, fileName, truth } = aTenantList(profile)
    const once = await importTenantList(scope, { path, fileName, today, apply: true }, campaignsFollowLists)
    if (!once.ok) throw new Error(JSON.stringify(once.refusal))
    expect(figuresOf(once.counts)).toEqual(figuresOf(truth))
    expect(once.counts).toMatchObject({ new: truth.accepted, changed: 0, unchanged: 0, gone: 0 })
    expect(await tenantsAndHomes(scope)).toEqual({ tenants: truth.distinctTenants, homes: truth.homes })
    expect(await criteriaCounted(scope)).toEqual(truth.criteria)

    const again = await importTenantList(scope, { path, fileName, today, apply: true }, campaignsFollowLists)
    if (!again.ok) throw new Error(JSON.stringify(again.refusal))
    expect(again.counts).toMatchObject({ new: 0, changed: 0, unchanged: truth.accepted, gone: 0, changedFields: {} })
  })
}
