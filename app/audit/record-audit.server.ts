import type { CorporationScope } from '#app/core/scope.server.ts'
import { type SqlPart, type SqlRunner, sql } from '#app/core/sql.ts'
import type { AuditAction, AuditSubject } from './audit-words.ts'

/** Codes, ids and counts: an audit row names no person and quotes nobody. */
export type AuditEntry = {
  action: AuditAction
  subject: AuditSubject
  subjectId?: string | null
  details?: Record<string, string | number | boolean | null | string[] | Record<string, number>>
}

/** Writes down what somebody did or saw, in the transaction in which it happened. */
export async function recordAudit(
  tx: SqlRunner,
  scope: CorporationScope,
  { action, subject, subjectId, details }: AuditEntry,
) {
  await tx.sql(sql`
    INSERT INTO audit_event (corporation_id, account_id, action, subject_kind, subject_id, details)
    VALUES (${scope.corporationId}::int, ${scope.accountId}::uuid, ${action}, ${subject}, ${subjectId ?? null}::uuid, ${JSON.stringify(details ?? {})}::jsonb)`)
}

/** The same for each row of an earlier step of one statement: `source` has a column `id`. */
export function auditEach(
  scope: CorporationScope,
  { action, subject, details }: Omit<AuditEntry, 'subjectId'>,
  source: SqlPart,
): SqlPart {
  return sql`
    INSERT INTO audit_event (corporation_id, account_id, action, subject_kind, subject_id, details)
    SELECT ${scope.corporationId}::int, ${scope.accountId}::uuid, ${action}, ${subject}, id, ${JSON.stringify(details ?? {})}::jsonb FROM ${source}`
}
