import type { Actor } from '#app/accounts/authorize.server.ts'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import { stillToDo } from '#app/campaigns/still-to-do.ts'
import { type SqlRunner, sql } from '#app/core/sql.ts'
import { nameColumns } from '#app/tenants/addressee-columns.server.ts'
import type { PersonName } from '#app/tenants/names.ts'

export type DraftRow = PersonName & {
  targetId: string
  savedAt: string
  campaignName: string
  isFinished: boolean
  writtenBy: string | null
}

/**
 * Their own texts that were never sent, newest first, to be found again under Vandaag; not that of the call they have in
 * hand, which has a button of its own.
 */
export async function listDrafts(
  tx: SqlRunner,
  actor: Actor,
  claimed: { targetId: string } | null,
): Promise<DraftRow[]> {
  const rows = await tx.sql<Omit<DraftRow, 'savedAt'> & { savedAt: Date }>(sql`
    SELECT d.target_id AS "targetId", d.saved_at AS "savedAt", c.name AS "campaignName", g.state NOT IN ${stillToDo} AS "isFinished",
      (SELECT a.name FROM account a WHERE a.id = d.written_by) AS "writtenBy",
      ${nameColumns}
    FROM call_draft d
    JOIN target g ON g.corporation_id = d.corporation_id AND g.id = d.target_id
    JOIN campaign c ON c.corporation_id = g.corporation_id AND c.id = g.campaign_id
    JOIN tenant t ON t.corporation_id = g.corporation_id AND t.id = g.tenant_id
    WHERE d.corporation_id = ${actor.corporationId}::int AND d.account_id = ${actor.accountId}::uuid
      AND d.target_id IS DISTINCT FROM ${claimed?.targetId ?? null}::uuid
    ORDER BY d.saved_at DESC LIMIT 50`)
  if (rows.length > 0)
    await recordAudit(tx, actor, { action: 'drafts:viewed', subject: 'target', details: { count: rows.length } })
  return rows.map(({ savedAt, ...row }) => ({ ...row, savedAt: savedAt.toISOString() }))
}
