import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { campaignsFollowLists } from '#app/campaigns/follow-list.server.ts'
import { inScopeSql, systemScope } from '#app/core/scope.server.ts'
import { countHomes } from '#app/segments/count-selection.server.ts'
import type { Criteria } from '#app/segments/criteria.ts'
import { presets } from '#app/segments/presets.ts'
import { importTenantList } from '#app/tenant-lists/import-tenant-list.server.ts'
import { aCorporation } from '#prisma/builders/corporation.ts'
import { useDatabase } from '#tests/support/database.ts'

const today = '2026-11-22'
const criteriaByName: Record<string, Criteria> = {
  'age 80 or over': presets['80-plus'],
  'tenancy started in the last 90 days': presets['new-tenants'],
  'nuisance reported or caused in the last 365 days': presets.nuisance,
  'arrears now': { field: 'arrears-now', operator: 'yes' },
  'arrears in the last 365 days': presets.arrears,
  'no usable e-mail address': presets['no-email'],
}

beforeAll(async () => {
  await useDatabase()
})

describe.each(['itris', 'dynamics', 'viewpoint', 'plain'])('a list as %s writes it', (profile) => {
  it('is counted as the maker of the list says', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'list-')), `${profile}.csv`)
    const script = join(import.meta.dirname, '../support/tenant-list.mjs')
    execFileSync('node', [
      script,
      '--rows',
      '3000',
      '--profile',
      profile,
      '--seed',
      '7',
      '--today',
      today,
      '--out',
      path,
    ])
    const truth = JSON.parse(readFileSync(`${path}.truth.json`, 'utf8'))
    const scope = systemScope((await aCorporation()).id)
    const imported = await importTenantList(
      scope,
      { path, fileName: `${profile}.csv`, today, apply: true },
      campaignsFollowLists,
    )
    expect(imported).toMatchObject({ ok: true, applied: true })

    const count = (criteria: Criteria) =>
      inScopeSql(scope, (tx) => countHomes(tx, scope, { criteria, options: { today } }))
    for (const [name, criteria] of Object.entries(criteriaByName))
      expect([name, (await count(criteria)).matched]).toEqual([name, truth.criteria[name]])
    expect((await count({ all: [] })).matched).toBe(truth.distinctTenants)
    expect((await count({ all: [] })).matchedHomes).toBe(truth.homes)
    expect((await count(presets['80-plus'])).homes).toBe(
      truth.criteria['homes with someone 80 or over who is callable'],
    )
  })
})
