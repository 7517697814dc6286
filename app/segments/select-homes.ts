import { type SqlPart, sql } from '#app/core/sql.ts'
import { matchedTenants, type Selecting } from './matched-tenants.ts'

/**
 * The homes to call: home_id, tenant_id (whom to ask for: the oldest matched tenant who can be called) and complex.
 * For `INSERT INTO target … SELECT … FROM (${selectHomes(…)}) chosen`.
 */
export function selectHomes(selecting: Selecting): SqlPart {
  return sql`
  SELECT chosen.home_id, chosen.tenant_id, place.complex
  FROM (
    SELECT DISTINCT ON (m.home_id) m.home_id, m.tenant_id FROM (${matchedTenants(selecting)}) m
    WHERE m.reason = 0 ORDER BY m.home_id, m.birth_on NULLS LAST, m.tenant_id
  ) chosen
  JOIN home place ON place.corporation_id = ${selecting.corporationId}::int AND place.id = chosen.home_id`
}
