import { type CorporationScope, inScopeSql } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import { stepImport } from './step-import.server.ts'

/**
 * Stops a list that is not applied yet. A worker in the middle of it notices within a second, or finds at its end that
 * it may not finish: either way nothing of it is kept.
 */
export async function cancelImport(
  scope: CorporationScope,
  importId: string,
  now: Date,
): Promise<{ ok: true } | { ok: false; reason: 'not-in-this-state' }> {
  const set = [sql`cancelled_at = ${now.toISOString()}::timestamptz`]
  if (!(await inScopeSql(scope, (tx) => stepImport({ tx, scope }, importId, { step: 'cancel', set }))))
    return { ok: false, reason: 'not-in-this-state' }
  // Only now: a worker that makes these rows anew holds them, and lets go when it can see that the list is cancelled.
  await inScopeSql(scope, (tx) =>
    tx.sql(
      sql`DELETE FROM tenant_import_row WHERE corporation_id = ${scope.corporationId}::int AND import_id = ${importId}::uuid`,
    ),
  )
  return { ok: true }
}
