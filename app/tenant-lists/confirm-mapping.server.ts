import { type CorporationScope, inScopeSql, type SqlTx } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import { missingNeeds } from '#imports/columns.ts'
import type { Mapping } from '#imports/mapping-schema.ts'
import { requestCheckIn } from './check-import.server.ts'
import { enqueueNow } from './enqueue-now.server.ts'
import type { KeptInspection } from './kept-inspection.ts'
import { rememberMapping } from './remembered-mapping.server.ts'
import { stepImport } from './step-import.server.ts'

export type ConfirmAnswer =
  | { ok: true }
  | { ok: false; reason: 'not-in-this-state' | 'other-columns' | 'tenant-number-missing' | 'name-missing' }

/** Keeps how this list is read, for this import and for the next with the same header, and has it checked. */
export async function confirmMapping(
  scope: CorporationScope,
  importId: string,
  mapping: Mapping,
): Promise<ConfirmAnswer> {
  const answer = await inScopeSql(scope, async (tx) => {
    const kept = await keepMapping(tx, scope, { importId, mapping })
    if (kept.ok) await requestCheckIn(tx, scope, importId)
    return kept
  })
  if (answer.ok) await enqueueNow({ kind: 'check', corporationId: scope.corporationId, importId })
  return answer
}

export async function keepMapping(
  tx: SqlTx,
  scope: CorporationScope,
  { importId, mapping }: { importId: string; mapping: Mapping },
): Promise<ConfirmAnswer> {
  const [found] = await tx.sql<{ inspection: KeptInspection | null }>(sql`
    SELECT inspection FROM tenant_import WHERE corporation_id = ${scope.corporationId}::int AND id = ${importId}::uuid FOR NO KEY UPDATE`)
  if (!found?.inspection) return { ok: false, reason: 'not-in-this-state' }
  const problem = mappingProblem(mapping, found.inspection)
  if (problem) return { ok: false, reason: problem }
  const set = [
    sql`mapping = ${JSON.stringify(mapping)}::jsonb`,
    sql`counts = NULL`,
    sql`warnings = '[]'`,
    sql`problem = NULL`,
  ]
  const details = { columns: mapping.columns.filter(({ field }) => field !== null).length }
  if (!(await stepImport({ tx, scope }, importId, { step: 'confirm-mapping', set, details })))
    return { ok: false, reason: 'not-in-this-state' }
  await rememberMapping(tx, scope, { fingerprint: found.inspection.fingerprint, mapping })
  return { ok: true }
}

function mappingProblem({ columns }: Mapping, { suggestions }: KeptInspection) {
  const mapped = new Set(columns.map(({ field }) => field))
  if (columns.length !== suggestions.length || columns.some(({ header }, at) => header !== suggestions[at]?.header))
    return 'other-columns'
  const [missing] = missingNeeds(mapped)
  return missing ? reasonOfNeed[missing] : null
}

const reasonOfNeed = { tenantNumber: 'tenant-number-missing', name: 'name-missing' } as const
