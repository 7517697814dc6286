import { recordAudit } from '#app/audit/record-audit.server.ts'
import type { CorporationScope, Tx } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import { nameColumns } from './addressee-columns.server.ts'
import type { PersonName } from './names.ts'

export type OpenCorrection = PersonName & {
  id: string
  tenantId: string
  tenantNumber: string
  field: string
  listValue: string | null
  value: string | null
  at: Date
  by: string
}

const longestList = 5_000

/** What tenants told us that the list does not say yet (mutatielijst), oldest first. */
export async function listCorrections(tx: Tx, scope: CorporationScope): Promise<OpenCorrection[]> {
  const corrections = await tx.sql<OpenCorrection>(sql`
    SELECT k.id, t.id AS "tenantId", t.number AS "tenantNumber", ${nameColumns}, k.field,
      k.list_value AS "listValue", k.value, k.at, coalesce(a.name, '') AS by
    FROM tenant_correction k
    JOIN tenant t ON t.corporation_id = k.corporation_id AND t.id = k.tenant_id
    LEFT JOIN account a ON a.id = k.account_id
    WHERE k.corporation_id = ${scope.corporationId}::int AND k.agreed_at IS NULL AND k.replaced_at IS NULL
    ORDER BY k.at, k.id LIMIT ${longestList}::int`)
  await recordAudit(tx, scope, {
    action: 'corrections:viewed',
    subject: 'tenant_correction',
    details: { shown: corrections.length },
  })
  return corrections
}
