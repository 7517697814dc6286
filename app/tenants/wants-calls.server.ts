import { recordAudit } from '#app/audit/record-audit.server.ts'
import type { InHand } from '#app/core/scope.server.ts'
import { type SqlRunner, sql } from '#app/core/sql.ts'

/** Whoever asks for it on the phone is rung now and then, unless they once said that they never want to be. */
export async function noteWantsCalls(tx: SqlRunner, scope: InHand, tenantId: string) {
  const noted = await tx.sql(sql`
    UPDATE tenant SET wants_calls = true
    WHERE corporation_id = ${scope.corporationId}::int AND id = ${tenantId}::uuid AND NOT wants_calls AND objected_at IS NULL RETURNING id`)
  if (noted.length > 0)
    await recordAudit(tx, scope, { action: 'tenant:wants-calls', subject: 'tenant', subjectId: tenantId })
}
