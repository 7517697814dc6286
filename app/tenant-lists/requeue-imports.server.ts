import { type CorporationScope, inScopeSql } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import { enqueueTenantListJob, type TenantListJob } from '#jobs/queues/tenant-lists.ts'
import { type WorkingState, workingStates } from './import-state.ts'

const jobOf: Record<WorkingState, TenantListJob['kind']> = { checking: 'check', applying: 'apply', undoing: 'undo' }

/** Nudges imports that should be worked on and are not: their job was lost with a queue or a worker. */
export async function requeueImports(scope: CorporationScope): Promise<{ requeued: number }> {
  const { corporationId } = scope
  // Whoever works on an import holds its lock; a lock that can be had is given back at the end of this transaction.
  const idle = await inScopeSql(scope, (tx) =>
    tx.sql<{ id: string; state: WorkingState }>(sql`
      WITH busy AS MATERIALIZED (
        SELECT id, state FROM tenant_import WHERE corporation_id = ${corporationId}::int AND state = ANY(${workingStates}::text[])
      )
      SELECT id::text AS id, state FROM busy WHERE pg_try_advisory_xact_lock(hashtextextended(id::text, 0))`),
  )
  for (const { id, state } of idle) await enqueueTenantListJob({ kind: jobOf[state], corporationId, importId: id })
  return { requeued: idle.length }
}
