import type { CorporationScope } from '#app/core/scope.server.ts'
import { type SqlPart, type SqlRunner, sql } from '#app/core/sql.ts'

/**
 * Holds still the tenants that `tenants` selects the ids of, and then their homes on every list, each by id: the one
 * order in which both are locked. Whoever locks homes alone does so by id as well, and no tenant after them.
 */
export async function holdHomes(tx: SqlRunner, { corporationId }: CorporationScope, tenants: SqlPart): Promise<void> {
  await tx.sql(sql`
    SELECT t.id FROM tenant t WHERE t.corporation_id = ${corporationId}::int AND t.id IN (${tenants})
    ORDER BY t.id FOR NO KEY UPDATE`)
  await tx.sql(sql`
    SELECT g.id FROM target g WHERE g.corporation_id = ${corporationId}::int AND g.tenant_id IN (${tenants})
    ORDER BY g.id FOR NO KEY UPDATE`)
}
