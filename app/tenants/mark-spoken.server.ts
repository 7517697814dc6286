import type { CorporationScope } from '#app/core/scope.server.ts'
import { type SqlRunner, sql } from '#app/core/sql.ts'

/** They were spoken to, though nobody rang them. */
export async function markSpoken(
  tx: SqlRunner,
  { corporationId }: CorporationScope,
  { tenantId, at }: { tenantId: string; at: Date },
): Promise<void> {
  await tx.sql(sql`
    UPDATE tenant SET last_spoken_at = ${at}::timestamptz, updated_at = now()
    WHERE corporation_id = ${corporationId}::int AND id = ${tenantId}::uuid`)
}
