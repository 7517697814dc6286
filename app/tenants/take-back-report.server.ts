import type { Actor } from '#app/accounts/authorize.server.ts'
import { can } from '#app/accounts/permissions.ts'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import { publish } from '#app/core/live.server.ts'
import { rawSql, type SqlRunner, sql } from '#app/core/sql.ts'
import { type ReportedStatus, reportedSinceColumns, statusKinds } from './call-reports.ts'
import { tenantReportsTopic } from './live-topics.ts'

/** It was not so: the tenant has not died, moved or objected after all. Gives of whom it was said; null when it was taken back before. */
export async function takeBackReport(
  tx: SqlRunner,
  actor: Actor,
  id: string,
): Promise<{ tenantId: string; kind: ReportedStatus } | null> {
  const [taken] = await tx.sql<{ tenantId: string; kind: ReportedStatus }>(sql`
    UPDATE tenant_report SET undone_at = now(), undone_by = ${actor.accountId}::uuid, seen_at = coalesce(seen_at, now()), seen_by = coalesce(seen_by, ${actor.accountId}::uuid)
    WHERE corporation_id = ${actor.corporationId}::int AND id = ${id}::uuid AND undone_at IS NULL AND kind = ANY(${[...statusKinds]}::text[])
      AND (${can(actor, 'tenant:report')}::boolean OR (account_id = ${actor.accountId}::uuid AND at > now() - interval '1 day'))
    RETURNING tenant_id AS "tenantId", kind`)
  if (!taken) return null
  const { tenantId, kind } = taken
  // Said twice, it holds until the other is taken back as well.
  await tx.sql(sql`
    UPDATE tenant SET ${rawSql(reportedSinceColumns[kind])} = NULL, updated_at = now()
    WHERE corporation_id = ${actor.corporationId}::int AND id = ${tenantId}::uuid AND NOT EXISTS (
      SELECT FROM tenant_report o WHERE o.corporation_id = ${actor.corporationId}::int AND o.tenant_id = ${tenantId}::uuid AND o.kind = ${kind} AND o.undone_at IS NULL)`)
  await recordAudit(tx, actor, {
    action: 'tenant_report:undone',
    subject: 'tenant',
    subjectId: tenantId,
    details: { kind },
  })
  await publish(tx, actor.corporationId, tenantReportsTopic)
  return taken
}
