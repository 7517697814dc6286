import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { type CorporationScope, inScopeSql } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import { countHomes } from '#app/segments/count-selection.server.ts'
import type { Criteria } from '#app/segments/criteria.ts'
import { presets } from '#app/segments/presets.ts'
import type { ImportCounts } from '#app/tenant-lists/import-counts.ts'
import { dateIn } from '#app/time/clock.ts'

export const today = dateIn('Europe/Amsterdam', new Date())

/** What the maker of a list says that a correct reading of it finds. */
export type Truth = {
  rows: number
  distinctTenants: number
  duplicateRows: number
  accepted: number
  homes: number
  rejected: Record<string, number>
  warned: Record<string, number>
  criteria: Record<string, number>
}

/** A list as that system exports it, made today, with the truth about it. */
export function aTenantList(
  profile: string,
  rows = 18_000,
  change: ((csv: string) => string) | null = null,
): { path: string; fileName: string; truth: Truth } {
  const path = join(mkdtempSync(join(tmpdir(), 'rondbel-list-')), `huurders-${profile}.csv`)
  const script = join(import.meta.dirname, '../support/tenant-list.mjs')
  execFileSync('node', [script, '--rows', String(rows), '--profile', profile, '--today', today, '--out', path])
  if (change) writeFileSync(path, change(readFileSync(path, 'latin1')), 'latin1')
  return { path, fileName: basename(path), truth: JSON.parse(readFileSync(`${path}.truth.json`, 'utf8')) }
}

/** The figures of a reading or of the truth, side by side. */
export function figuresOf(counts: ImportCounts | Truth) {
  const { rows, distinctTenants, homes, rejected, warned } = counts
  const duplicates = 'duplicate' in counts ? counts.duplicate : counts.duplicateRows
  return { rows, distinctTenants, homes, duplicates, rejected, warned }
}

const criteriaByName: Record<string, Criteria> = {
  'age 80 or over': presets['80-plus'],
  'tenancy started in the last 90 days': presets['new-tenants'],
  'nuisance reported or caused in the last 365 days': presets.nuisance,
  'arrears now': { field: 'arrears-now', operator: 'yes' },
  'arrears in the last 365 days': presets.arrears,
  'no usable e-mail address': presets['no-email'],
}

const callable = sql`NOT is_do_not_call AND (landline IS NOT NULL OR mobile IS NOT NULL OR other_phone IS NOT NULL)`

/** Everything the truth counts, counted in the database: by the selections of the product where there is one. */
export function criteriaCounted(scope: CorporationScope): Promise<Record<string, number>> {
  return inScopeSql(scope, async (tx) => {
    const counted: Record<string, number> = {}
    for (const [name, criteria] of Object.entries(criteriaByName))
      counted[name] = (await countHomes(tx, scope, { criteria, options: { today } })).matched
    counted['homes with someone 80 or over who is callable'] = (
      await countHomes(tx, scope, { criteria: presets['80-plus'], options: { today } })
    ).homes
    const [row] = await tx.sql<Record<string, number>>(sql`
      SELECT count(*) FILTER (WHERE is_do_not_call)::int AS "do not call",
        count(*) FILTER (WHERE landline IS NULL AND mobile IS NULL AND other_phone IS NULL)::int AS "no usable phone number",
        count(*) FILTER (WHERE ${callable} AND birth_on <= ${today}::date - interval '80 years')::int AS "age 80 or over and callable"
      FROM tenant WHERE corporation_id = ${scope.corporationId}::int`)
    return { ...counted, ...row }
  })
}

export async function tenantsAndHomes(scope: CorporationScope): Promise<{ tenants: number; homes: number }> {
  const [row] = await inScopeSql(scope, (tx) =>
    tx.sql<{ tenants: number; homes: number }>(sql`
      SELECT (SELECT count(*)::int FROM tenant WHERE corporation_id = ${scope.corporationId}::int) AS tenants,
        (SELECT count(*)::int FROM home WHERE corporation_id = ${scope.corporationId}::int) AS homes`),
  )
  return row ?? { tenants: 0, homes: 0 }
}
