import type { Actor } from '#app/accounts/authorize.server.ts'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import { type SqlRunner, sql } from '#app/core/sql.ts'
import type { StrikeReason } from './call-reports.ts'

/** `number` in E.164. */
export type Strike = { tenantId: string; number: string; reason: StrikeReason }

/** The number is never offered for this tenant again, until they give it themselves. */
export async function strikeNumber(tx: SqlRunner, actor: Actor, { tenantId, number, reason }: Strike) {
  await tx.sql(sql`
    INSERT INTO number_strike (corporation_id, tenant_id, number, reason, account_id)
    VALUES (${actor.corporationId}::int, ${tenantId}::uuid, ${number}, ${reason}, ${actor.accountId}::uuid) ON CONFLICT DO NOTHING`)
  await recordAudit(tx, actor, {
    action: 'tenant:number-struck',
    subject: 'tenant',
    subjectId: tenantId,
    details: { reason },
  })
}

/** It was said by mistake: the number may be offered again. */
export async function unstrikeNumber(tx: SqlRunner, actor: Actor, { tenantId, number }: Omit<Strike, 'reason'>) {
  await tx.sql(sql`
    DELETE FROM number_strike WHERE corporation_id = ${actor.corporationId}::int AND tenant_id = ${tenantId}::uuid AND number = ${number}`)
  await recordAudit(tx, actor, { action: 'tenant:number-restored', subject: 'tenant', subjectId: tenantId })
}
