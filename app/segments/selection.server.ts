import type { Actor } from '#app/accounts/authorize.server.ts'
import { can } from '#app/accounts/permissions.ts'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import { inScopeSql } from '#app/core/scope.server.ts'
import { type CountOptions, countSelection } from './count-selection.server.ts'
import type { Criteria } from './criteria.ts'
import { mayUse } from './criteria-permissions.ts'
import { listSelection, type NamePage, type NamesAsked } from './list-matched-tenants.server.ts'
import type { SelectionCounts } from './selection-counts.ts'

export type Refused = { ok: false; reason: 'circumstances-not-permitted' }
/** What the address of the count answers; `reason` also for criteria that cannot be read. */
export type CountAnswer = { ok: true; counts: SelectionCounts } | { ok: false; reason: string }

/** The counts for somebody who may know them: how many have arrears is itself about arrears. */
export async function countFor(
  actor: Actor,
  criteria: Criteria,
  options: CountOptions,
): Promise<{ ok: true; counts: SelectionCounts } | Refused> {
  const refused = refusalOf(actor, criteria)
  if (refused) return refused
  return { ok: true, counts: await inScopeSql(actor, (tx) => countSelection(tx, actor, { criteria, options })) }
}

/** The names behind one of the counts, and the audit row that they were looked at. */
export async function namesFor(
  actor: Actor,
  criteria: Criteria,
  options: CountOptions & NamesAsked,
): Promise<{ ok: true; names: NamePage } | Refused> {
  const refused = refusalOf(actor, criteria)
  if (refused) return refused
  return inScopeSql(actor, async (tx) => {
    const names = await listSelection(tx, actor, { criteria, ...options })
    const { bucket, page } = options
    const details = {
      bucket,
      page,
      count: names.rows.length,
      total: names.total,
      tenants: names.rows.map(({ tenantId }) => tenantId),
    }
    await recordAudit(tx, actor, { action: 'segment:names-viewed', subject: 'segment', details })
    return { ok: true, names }
  })
}

export function refusalOf(actor: Actor, criteria: Criteria): Refused | null {
  return mayUse(criteria, (permission) => can(actor, permission))
    ? null
    : { ok: false, reason: 'circumstances-not-permitted' }
}
