import { type SqlPart, sql } from '#app/core/sql.ts'
import { matchedTenants, type Selecting } from './matched-tenants.ts'

/**
 * The homes to call: home_id, tenant_id (whom to ask for: the oldest matched tenant who can be called) and complex.
 * For `INSERT INTO target … SELECT … FROM (${selectHomes(…)}) selected`.
 */
export function selectHomes(selecting: Selecting): SqlPart {
  return sql`
  SELECT selected.home_id, selected.tenant_id, home.complex
  FROM (
    SELECT DISTINCT ON (m.home_id) m.home_id, m.tenant_id FROM (${matchedTenants(selecting)}) m
    WHERE m.reason = 0 ORDER BY m.home_id, m.birth_on NULLS LAST, m.tenant_id
  ) selected
  JOIN home ON home.corporation_id = ${selecting.corporationId}::int AND home.id = selected.home_id`
}
