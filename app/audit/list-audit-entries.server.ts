import type { CorporationScope, Tx } from '#app/core/scope.server.ts'
import { joinSql, type SqlPart, sql } from '#app/core/sql.ts'
import { instantAt } from '#app/time/clock.ts'
import type { AuditEvent } from '#prisma/generated/client.ts'
import type { AuditFilter } from './audit-filter.ts'
import { type AuditSubject, auditWords } from './audit-words.ts'

export type AuditRow = Pick<AuditEvent, 'id' | 'at' | 'action' | 'subjectId'> & {
  who: string | null
  subject: AuditEvent['subjectKind']
}

export const auditPageSize = 100
const nextDay = 1

type Asked = { filter: AuditFilter; timeZone: string; before: string | null; most: number }

/** Newest first; `before` is the id of the last one of the page before. Days are those of the zone. */
export function listAudit(
  tx: Tx,
  { corporationId }: CorporationScope,
  { filter, timeZone, before, most }: Asked,
): Promise<AuditRow[]> {
  const conditions = [
    sql`e.corporation_id = ${corporationId}::int`,
    before && sql`e.id < ${before}::uuid`,
    filter.person && sql`e.account_id = ${filter.person}::uuid`,
    filter.action && sql`(e.action = ${filter.action} OR e.action LIKE ${`${filter.action}:%`})`,
    filter.subject && sql`${aboutThese(sql`e`)} = ${filter.subject}::uuid`,
    filter.tenant && sql`e.id IN (${aboutTenant(corporationId, filter.tenant)})`,
    filter.from && sql`e.at >= ${instantAt(timeZone, filter.from, '00:00')}::timestamptz`,
    filter.until &&
      sql`e.at < ${instantAt(timeZone, filter.until, '00:00')}::timestamptz + make_interval(days => ${nextDay}::int)`,
  ].filter((condition): condition is SqlPart => Boolean(condition))
  return tx.sql<AuditRow>(sql`
    SELECT e.id, e.at, a.name AS who, e.action, e.subject_kind AS subject, e.subject_id AS "subjectId"
    FROM audit_event e LEFT JOIN account a ON a.id = e.account_id
    WHERE ${joinSql(conditions, ' AND ')} ORDER BY e.id DESC LIMIT ${most}::int`)
}

/** Every noun there is beside the id, so that the index over both serves. */
const nouns: AuditSubject[] = Object.keys(auditWords.nl) as AuditSubject[]
const aboutThese = (row: SqlPart) => sql`${row}.subject_kind = ANY(${nouns}::text[]) AND ${row}.subject_id`

/**
 * The events about a tenant: themselves, what was said of, to and promised to them, the home they were called for, and
 * every list that showed them. Lists are found by an index of their own; which names they hold no index may tell the
 * planner under row-level security.
 */
function aboutTenant(corporationId: number, number: string): SqlPart {
  const here = sql`corporation_id = ${corporationId}::int`
  const tenantId = sql`(SELECT id FROM tenant WHERE ${here} AND number = ${number})`
  const theirs = sql`${here} AND tenant_id = ${tenantId}`
  const subjects = sql`
    SELECT ${tenantId}
    UNION ALL SELECT id FROM conversation WHERE ${theirs} UNION ALL SELECT id FROM follow_up WHERE ${theirs}
    UNION ALL SELECT id FROM referral WHERE ${theirs} UNION ALL SELECT id FROM gesture WHERE ${theirs}
    UNION ALL SELECT id FROM target WHERE ${theirs} UNION ALL SELECT id FROM tenant_report WHERE ${theirs}
    UNION ALL SELECT id FROM tenant_correction WHERE ${theirs}`
  return sql`
    SELECT s.id FROM audit_event s WHERE s.${here} AND ${aboutThese(sql`s`)} = ANY(ARRAY(${subjects}))
    UNION ALL
    SELECT l.id FROM audit_event l WHERE l.${here} AND l.details ?| ARRAY['tenants', 'shown']
      AND (l.details -> 'tenants' @> to_jsonb(${tenantId}::text) OR l.details -> 'shown' @> to_jsonb(${tenantId}::text))`
}
