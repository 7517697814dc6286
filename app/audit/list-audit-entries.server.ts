import type { CorporationScope, Tx } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import type { AuditEvent } from '#prisma/generated/client.ts'

export type ShownEvent = Pick<AuditEvent, 'id' | 'at' | 'action' | 'subjectId'> & {
  who: string | null
  subject: AuditEvent['subjectKind']
}

export const auditPageSize = 100

/** Newest first; `before` is the id of the last one of the page before. */
export function listAudit(
  tx: Tx,
  { corporationId }: CorporationScope,
  { before, subjectId }: { before: string | null; subjectId: string | null },
): Promise<ShownEvent[]> {
  return tx.sql<ShownEvent>(sql`
    SELECT e.id, e.at, a.name AS who, e.action, e.subject_kind AS subject, e.subject_id AS "subjectId"
    FROM audit_event e LEFT JOIN account a ON a.id = e.account_id
    WHERE e.corporation_id = ${corporationId}::int AND (${before}::uuid IS NULL OR e.id < ${before}::uuid)
      AND (${subjectId}::uuid IS NULL OR e.subject_id = ${subjectId}::uuid)
    ORDER BY e.id DESC LIMIT ${auditPageSize}::int`)
}
