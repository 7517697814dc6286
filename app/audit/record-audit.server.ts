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
  const { into, id, all } = bookEntry(scope, details)
  await tx.sql(sql`
    ${into} account_id, action, subject_kind, subject_id, details)
    VALUES (${id}::int, ${scope.accountId}::uuid, ${action}, ${subject}, ${subjectId ?? null}::uuid, ${JSON.stringify(all)}::jsonb)`)
}

function bookEntry(scope: Place | DeskScope | InHand, details: AuditEntry['details']) {
  if (!('corporationId' in scope))
    return { into: sql`INSERT INTO desk_event (desk_id,`, id: scope.deskId, all: details ?? {} }
  const all = 'deskId' in scope ? { ...details, desk: scope.deskId } : (details ?? {})
  return { into: sql`INSERT INTO audit_event (corporation_id,`, id: scope.corporationId, all }
}

/** The same for each row of an earlier step of one statement: `source` has a column `id`. */
export function auditEach(
  scope: Place | DeskScope | InHand,
  { action, subject, details }: Omit<AuditEntry, 'subjectId'>,
  source: SqlPart,
): SqlPart {
  const { into, id, all } = bookEntry(scope, details)
  return sql`
    ${into} account_id, action, subject_kind, subject_id, details)
    SELECT ${id}::int, ${scope.accountId}::uuid, ${action}, ${subject}, id, ${JSON.stringify(all)}::jsonb FROM ${source}`
}
