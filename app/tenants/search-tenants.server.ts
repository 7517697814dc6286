import { recordAudit } from '#app/audit/record-audit.server.ts'
import type { CorporationScope, Tx } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import { addressColumns, nameColumns } from './addressee-columns.server.ts'
import { contactColumns } from './contact-rule.ts'
import type { ContactStatus } from './contact-status.ts'
import type { Address, PersonName } from './names.ts'
import { isMeantBy } from './search-condition.ts'

export type FoundTenant = PersonName & Address & ContactStatus & { id: string; number: string; birthOn: string | null }

export const searchPageSize = 50

/** By tenant number, phone number, postcode with house number, or the beginning of a name. `today` in the corporation's zone. */
export async function searchTenants(
  tx: Tx,
  scope: CorporationScope,
  { text, page, today }: { text: string; page: number; today: string },
): Promise<{ tenants: FoundTenant[]; total: number }> {
  const source = sql`FROM tenant t LEFT JOIN home h ON h.corporation_id = t.corporation_id AND h.id = t.home_id
    WHERE t.corporation_id = ${scope.corporationId}::int AND ${isMeantBy(scope.corporationId, text)}`
  const tenants = await tx.sql<FoundTenant>(sql`
    SELECT t.id, t.number, ${nameColumns}, t.birth_on::text AS "birthOn", ${addressColumns}, ${contactColumns(today)}
    ${source} ORDER BY t.last_name, t.initials, t.id LIMIT ${searchPageSize}::int OFFSET ${(page - 1) * searchPageSize}::int`)
  const [counted] = await tx.sql<{ total: number }>(sql`SELECT count(*)::int AS total ${source}`)
  await recordAudit(tx, scope, {
    action: 'tenant:searched',
    subject: 'tenant',
    details: { shown: tenants.map(({ id }) => id) },
  })
  return { tenants, total: counted?.total ?? 0 }
}
