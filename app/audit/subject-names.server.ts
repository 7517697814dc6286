import type { CorporationScope, Tx } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'

export type SubjectName = { id: string; name: string; tenantId: string | null }

/**
 * What the lines of the log are about, by name as it is now: the log itself holds no names. Tenants by their number,
 * unless `seesTenants`. What is gone has no name any more.
 */
export async function nameSubjects(
  tx: Tx,
  { corporationId }: CorporationScope,
  { ids, seesTenants }: { ids: string[]; seesTenants: boolean },
): Promise<Map<string, SubjectName>> {
  if (ids.length === 0) return new Map()
  const tenantName = seesTenants
    ? sql`concat_ws(' ', t.initials, t.infix, t.last_name) || ' (' || t.number || ')'`
    : sql`t.number`
  const rows = await tx.sql<SubjectName>(sql`
    WITH asked AS (SELECT unnest(${ids}::uuid[]) AS id), about AS (
      SELECT id, id AS tenant_id FROM asked
      UNION ALL SELECT id, tenant_id FROM conversation WHERE corporation_id = ${corporationId}::int AND id IN (SELECT id FROM asked)
      UNION ALL SELECT id, tenant_id FROM follow_up WHERE corporation_id = ${corporationId}::int AND id IN (SELECT id FROM asked)
      UNION ALL SELECT id, tenant_id FROM referral WHERE corporation_id = ${corporationId}::int AND id IN (SELECT id FROM asked)
      UNION ALL SELECT id, tenant_id FROM gesture WHERE corporation_id = ${corporationId}::int AND id IN (SELECT id FROM asked)
      UNION ALL SELECT id, tenant_id FROM target WHERE corporation_id = ${corporationId}::int AND id IN (SELECT id FROM asked)
      UNION ALL SELECT id, tenant_id FROM tenant_report WHERE corporation_id = ${corporationId}::int AND id IN (SELECT id FROM asked)
      UNION ALL SELECT id, tenant_id FROM tenant_correction WHERE corporation_id = ${corporationId}::int AND id IN (SELECT id FROM asked)
    )
    SELECT about.id, ${tenantName} AS name, t.id AS "tenantId" FROM about
      JOIN tenant t ON t.corporation_id = ${corporationId}::int AND t.id = about.tenant_id
    UNION ALL SELECT id, name, NULL FROM account WHERE id IN (SELECT id FROM asked)
    UNION ALL SELECT id, name, NULL FROM invitation WHERE corporation_id = ${corporationId}::int AND id IN (SELECT id FROM asked)
    UNION ALL SELECT id, name, NULL FROM campaign WHERE corporation_id = ${corporationId}::int AND id IN (SELECT id FROM asked)
    UNION ALL SELECT id, name, NULL FROM agency WHERE corporation_id = ${corporationId}::int AND id IN (SELECT id FROM asked)
    UNION ALL SELECT id, name, NULL FROM urgent_number WHERE corporation_id = ${corporationId}::int AND id IN (SELECT id FROM asked)
    UNION ALL SELECT id, name, NULL FROM segment WHERE corporation_id = ${corporationId}::int AND id IN (SELECT id FROM asked)
    UNION ALL SELECT id, file_name, NULL FROM tenant_import WHERE corporation_id = ${corporationId}::int AND id IN (SELECT id FROM asked)`)
  return new Map(rows.map((row) => [row.id, row]))
}
