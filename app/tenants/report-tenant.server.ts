import type { Actor } from '#app/accounts/authorize.server.ts'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import { joinSql, rawSql, type SqlRunner, sql } from '#app/core/sql.ts'
import { type ReportedStatus, reportedSinceColumns } from './call-reports.ts'
import { fileReport } from './file-report.server.ts'

/** What we hear about a tenant. It holds wherever they are on a list, and whatever a later list says. */
export type TenantReport = {
  tenantId: string
  at: Date
  /** What came of ringing them; null when nobody rang. */
  outcome: string | null
  /** They were on the phone themselves. */
  isSpoken: boolean
  newStatus: ReportedStatus | null
  wantsCalls: boolean
  /** Why, as a coordinator wrote it down, who need not be told. */
  reason?: string
  isSeen?: boolean
}

/** Writes down when somebody was last rung and spoken to, and what is known of them since. What was first heard stays. Gives the report that can be taken back. */
export async function reportTenant(tx: SqlRunner, actor: Actor, report: TenantReport): Promise<string | null> {
  const { tenantId, at, outcome, isSpoken, newStatus, wantsCalls } = report
  const since = ([status, column]: [string, string]) =>
    sql`${rawSql(column)} = CASE WHEN ${newStatus === status}::boolean THEN coalesce(${rawSql(column)}, ${at}::timestamptz) ELSE ${rawSql(column)} END`
  await tx.sql(sql`
    UPDATE tenant SET
      last_outcome = coalesce(${outcome}::text, last_outcome),
      last_attempt_at = CASE WHEN ${outcome === null}::boolean THEN last_attempt_at ELSE ${at}::timestamptz END,
      last_spoken_at = CASE WHEN ${isSpoken}::boolean THEN ${at}::timestamptz ELSE last_spoken_at END,
      ${joinSql(Object.entries(reportedSinceColumns).map(since), ', ')},
      wants_calls = (wants_calls OR ${wantsCalls}::boolean) AND NOT ${newStatus === 'objected'}::boolean, updated_at = now()
    WHERE corporation_id = ${actor.corporationId}::int AND id = ${tenantId}::uuid`)
  if (!newStatus) return null
  await recordAudit(tx, actor, { action: `tenant:${newStatus}`, subject: 'tenant', subjectId: tenantId })
  return fileReport(tx, actor, { tenantId, kind: newStatus, at, reason: report.reason, isSeen: report.isSeen })
}
