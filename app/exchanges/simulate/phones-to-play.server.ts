import { inScope, systemScope } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import { workingNumbers } from '#app/tenants/phone-numbers.ts'

/** Numbers of real tenants of the corporation, so that callers are recognised: at most 500. */
export async function phonesToPlay(corporationId: number): Promise<string[]> {
  const rows = await inScope(systemScope(corporationId), (tx) =>
    tx.sql<{ numbers: string[] }>(sql`
      SELECT ${workingNumbers} AS numbers FROM tenant t WHERE t.corporation_id = ${corporationId}::int ORDER BY t.id LIMIT 500`),
  )
  return rows.flatMap(({ numbers }) => numbers.slice(0, 1))
}
