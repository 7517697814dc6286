import type { CorporationScope, Tx } from '#app/core/scope.server.ts'
import { joinSql, type SqlPart, sql } from '#app/core/sql.ts'
import { instantAt } from '#app/time/clock.ts'
import type { AuditEvent } from '#prisma/generated/client.ts'
import type { AuditFilter } from './audit-filter.ts'

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
    filter.subject && aboutSubject(filter.subject),
    filter.tenant && aboutTenant(filter.tenant),
    filter.from && sql`e.at >= ${instantAt(timeZone, filter.from, '00:00')}::timestamptz`,
    filter.until &&
      sql`e.at < ${instantAt(timeZone, filter.until, '00:00')}::timestamptz + make_interval(days => ${nextDay}::int)`,
  ].filter((condition): condition is SqlPart => Boolean(condition))
  return tx.sql<AuditRow>(sql`
    SELECT e.id, e.at, a.name AS who, e.action, e.subject_kind AS subject, e.subject_id AS "subjectId"
    FROM audit_event e LEFT JOIN account a ON a.id = e.account_id
    WHERE ${joinSql(conditions, ' AND ')} ORDER BY e.id DESC LIMIT ${most}::int`)
}

const aboutSubject = (id: string) => sql`e.subject_id = ${id}::uuid`

/** Themselves, what was said and promised to them, the home they were called for, and every list that showed them. */
const aboutTenant = (number: string) => sql`EXISTS (
  SELECT FROM tenant t WHERE t.corporation_id = e.corporation_id AND t.number = ${number} AND (
    e.subject_id = t.id
    OR e.subject_id IN (SELECT id FROM conversation WHERE corporation_id = t.corporation_id AND tenant_id = t.id)
    OR e.subject_id IN (SELECT id FROM follow_up WHERE corporation_id = t.corporation_id AND tenant_id = t.id)
    OR e.subject_id IN (SELECT id FROM referral WHERE corporation_id = t.corporation_id AND tenant_id = t.id)
    OR e.subject_id IN (SELECT id FROM gesture WHERE corporation_id = t.corporation_id AND tenant_id = t.id)
    OR e.subject_id IN (SELECT id FROM target WHERE corporation_id = t.corporation_id AND tenant_id = t.id)
    OR e.details -> 'tenants' @> to_jsonb(t.id::text)
    OR e.details -> 'shown' @> to_jsonb(t.id::text)))`
