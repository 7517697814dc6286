import type { Actor } from '#app/accounts/authorize.server.ts'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import type { Outcome } from '#app/conversations/outcomes.ts'
import type { Tx } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import { nameColumns } from '#app/tenants/addressee-columns.server.ts'
import { statusKinds } from '#app/tenants/call-reports.ts'
import type { PersonName } from '#app/tenants/names.ts'

export type LastCall = PersonName & {
  id: string
  at: string
  outcome: Outcome
  /** Less than a day ago. */
  isCorrectable: boolean
  /** What was said of the tenant in it, and can be taken back: within a day. */
  reportId: string | null
}

/** The last five calls of this caller, newest first. The names that are shown leave one audit row. */
export async function listLastCalls(tx: Tx, actor: Actor): Promise<LastCall[]> {
  const rows = await tx.sql<Omit<LastCall, 'at'> & { at: Date }>(sql`
    SELECT p.id, p.at, p.outcome, p.at > now() - interval '1 day' AS "isCorrectable", r.id AS "reportId", ${nameColumns}
    FROM (SELECT * FROM attempt WHERE corporation_id = ${actor.corporationId}::int AND account_id = ${actor.accountId}::uuid
      ORDER BY at DESC, id DESC LIMIT 5) p
    JOIN tenant t ON t.corporation_id = p.corporation_id AND t.id = p.tenant_id
    LEFT JOIN tenant_report r ON r.corporation_id = p.corporation_id AND r.tenant_id = p.tenant_id AND r.account_id = p.account_id
      AND r.at = p.at AND r.undone_at IS NULL AND r.kind = ANY(${[...statusKinds]}::text[]) AND p.at > now() - interval '1 day'
    ORDER BY p.at DESC, p.id DESC`)
  if (rows.length > 0)
    await recordAudit(tx, actor, { action: 'call-list:viewed', subject: 'target', details: { count: rows.length } })
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}
