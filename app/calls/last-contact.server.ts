import { conversationOutcome, outcomesWhere } from '#app/conversations/outcomes.ts'
import type { CorporationScope } from '#app/core/scope.server.ts'
import { codeList, rawSql, type SqlRunner, sql } from '#app/core/sql.ts'
import { type LastContact, setLastContact } from '#app/tenants/last-contact.server.ts'

const rung = rawSql(codeList(outcomesWhere(({ isRung }) => isRung)))
const spoken = rawSql(codeList(outcomesWhere(({ isTenantSpoken }) => isTenantSpoken)))

/** When a tenant was last rung and spoken to, told anew from all calls and conversations as they now stand. */
export async function retellLastContact(
  tx: SqlRunner,
  scope: CorporationScope,
  { tenantId, likesCalls }: { tenantId: string; likesCalls: boolean },
) {
  const [last] = await tx.sql<Pick<LastContact, 'outcome' | 'attemptAt' | 'spokenAt'>>(sql`
    SELECT (array_agg(outcome ORDER BY at DESC) FILTER (WHERE outcome IN ${rung}))[1] AS outcome,
      max(at) FILTER (WHERE outcome IN ${rung}) AS "attemptAt", max(at) FILTER (WHERE outcome IN ${spoken}) AS "spokenAt"
    FROM (
      SELECT p.outcome, p.at FROM attempt p WHERE p.corporation_id = ${scope.corporationId}::int AND p.tenant_id = ${tenantId}::uuid
      UNION ALL
      SELECT ${conversationOutcome}, k.at FROM conversation k
      WHERE k.corporation_id = ${scope.corporationId}::int AND k.tenant_id = ${tenantId}::uuid AND k.attempt_id IS NULL
    ) contact`)
  const { outcome = null, attemptAt = null, spokenAt = null } = last ?? {}
  await setLastContact(tx, scope, { tenantId, outcome, attemptAt, spokenAt, likesCalls })
}
