import type { DeskScope, InHand, Place } from '#app/core/scope.server.ts'
import { type SqlPart, type SqlRunner, sql } from '#app/core/sql.ts'
import type { AuditAction, AuditSubject } from './audit-words.ts'

/** Codes, ids and counts: an audit row names no person and quotes nobody. */
export type AuditEntry = {
  action: AuditAction
  subject: AuditSubject
  subjectId?: string | null
  details?: Record<string, string | number | boolean | null | string[] | Record<string, number>>
}

/**
 * Writes down what somebody did or saw, in the transaction in which it happened: in the book of the corporation, with the
 * desk when it was one, or in the desk's own when no corporation was in hand.
 */
export async function recordAudit(tx: SqlRunner, scope: Place | DeskScope | InHand, entry: AuditEntry) {
  const { action, subject, subjectId, details } = entry
  const isOfDesk = !('corporationId' in scope)
  const [into, id] = isOfDesk
    ? [sql`INSERT INTO desk_event (desk_id,`, scope.deskId]
    : [sql`INSERT INTO audit_event (corporation_id,`, scope.corporationId]
  const all = 'deskId' in scope && !isOfDesk ? { ...details, desk: scope.deskId } : (details ?? {})
  await tx.sql(sql`
    ${into} account_id, action, subject_kind, subject_id, details)
    VALUES (${id}::int, ${scope.accountId}::uuid, ${action}, ${subject}, ${subjectId ?? null}::uuid, ${JSON.stringify(all)}::jsonb)`)
}

/** The same for each row of an earlier step of one statement of a corporation: `source` has a column `id`. */
export function auditEach(
  scope: Place,
  { action, subject, details }: Omit<AuditEntry, 'subjectId'>,
  source: SqlPart,
): SqlPart {
  return sql`
    INSERT INTO audit_event (corporation_id, account_id, action, subject_kind, subject_id, details)
    SELECT ${scope.corporationId}::int, ${scope.accountId}::uuid, ${action}, ${subject}, id, ${JSON.stringify(details ?? {})}::jsonb FROM ${source}`
}
