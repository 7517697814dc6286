import { recordAudit } from '#app/audit/record.server.ts'
import { type CorporationScope, inScopeSql } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import { changeState } from './change-state.server.ts'

/**
 * Stops a list that is not applied yet. A worker in the middle of it notices within a second, or finds at its end that
 * it may not finish: either way nothing of it is kept.
 */
export async function cancelImport(
  scope: CorporationScope,
  importId: string,
  now: Date,
): Promise<{ ok: true } | { ok: false; reason: 'not-in-this-state' }> {
  return inScopeSql(scope, async (tx) => {
    if (!(await changeState(tx, scope, importId, 'cancel', [sql`cancelled_at = ${now.toISOString()}::timestamptz`])))
      return { ok: false, reason: 'not-in-this-state' }
    await tx.sql(
      sql`DELETE FROM tenant_import_row WHERE corporation_id = ${scope.corporationId}::int AND import_id = ${importId}::uuid`,
    )
    await recordAudit(tx, scope, { action: 'tenant-list:cancelled', subject: 'tenant-import', subjectId: importId })
    return { ok: true }
  })
}
