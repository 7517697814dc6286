import type { CorporationScope, Tx } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import type { Sealer } from '#app/corporations/sealer.server.ts'
import { promiseColumn } from './follow-up.ts'

export type OpenPromise = { id: string; kind: string; dueOn: string; owner: string; promise: string }

/** What is still promised to one tenant, first due first. */
export async function listOpenPromises(
  tx: Tx,
  { corporationId }: CorporationScope,
  { sealer, tenantId }: { sealer: Sealer; tenantId: string },
): Promise<OpenPromise[]> {
  const rows = await tx.sql<Omit<OpenPromise, 'promise'> & { sealed: Uint8Array | null }>(sql`
    SELECT f.id, f.kind, f.due_on::text AS "dueOn", coalesce(a.name, '') AS owner, f.promise_sealed AS sealed
    FROM follow_up f LEFT JOIN account a ON a.id = f.owner_id
    WHERE f.corporation_id = ${corporationId}::int AND f.tenant_id = ${tenantId}::uuid AND f.state = 'open' ORDER BY f.due_on, f.id LIMIT 50`)
  return rows.map(({ sealed, ...row }) => ({
    ...row,
    promise: sealed ? sealer.open(promiseColumn(row.id), sealed) : '',
  }))
}
