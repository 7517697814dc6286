import type { CorporationScope } from '#app/core/scope.server.ts'
import { type SqlRunner, sql } from '#app/core/sql.ts'
import { nameColumns } from './addressee-columns.server.ts'
import { hasDied, hasLeft } from './contact-rule.ts'
import type { PersonName } from './names.ts'

export type Housemate = PersonName & { id: string }
type Whose = { homeId: string; tenantId: string; today: string }

/** Who else lives in the home of a tenant as far as is known, eldest first. `today` in the corporation's zone. */
export function listHousemates(tx: SqlRunner, { corporationId }: CorporationScope, whose: Whose): Promise<Housemate[]> {
  const { homeId, tenantId, today } = whose
  return tx.sql<Housemate>(sql`
    SELECT t.id, ${nameColumns} FROM tenant t
    WHERE t.corporation_id = ${corporationId}::int AND t.home_id = ${homeId}::uuid AND t.id <> ${tenantId}::uuid
      AND NOT ${hasDied} AND NOT ${hasLeft(today)}
    ORDER BY t.birth_on NULLS LAST, t.id LIMIT 10`)
}
