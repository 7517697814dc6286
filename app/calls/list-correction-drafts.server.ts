import type { Actor } from '#app/accounts/authorize.server.ts'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import { mayCorrect } from '#app/conversations/correct-conversation.server.ts'
import { type SqlRunner, sql } from '#app/core/sql.ts'
import { nameColumns } from '#app/tenants/addressee-columns.server.ts'
import type { PersonName } from '#app/tenants/names.ts'
import type { ConversationDraftRow } from './list-conversation-drafts.server.ts'

type Row = PersonName & { id: string; page: string; isTheirs: boolean; savedAt: Date; writtenBy: string | null }

/** Their own corrections that were never saved, newest first. */
export async function listCorrectionDrafts(tx: SqlRunner, actor: Actor): Promise<ConversationDraftRow[]> {
  const ofThem = sql`d.corporation_id = ${actor.corporationId}::int AND d.account_id = ${actor.accountId}::uuid`
  const rows = await tx.sql<Row>(sql`
    SELECT f.id, f.page, f.is_theirs AS "isTheirs", f.saved_at AS "savedAt",
      (SELECT a.name FROM account a WHERE a.id = f.written_by) AS "writtenBy", ${nameColumns}
    FROM (
      SELECT d.corporation_id, p.id, '/attempts' AS page, ${mayCorrect(actor, 'p')} AS is_theirs, d.saved_at, d.written_by, p.tenant_id
      FROM attempt_draft d JOIN attempt p ON p.corporation_id = d.corporation_id AND p.id = d.attempt_id WHERE ${ofThem}
      UNION ALL
      SELECT d.corporation_id, k.id, '/conversations', ${mayCorrect(actor, 'k')}, d.saved_at, d.written_by, k.tenant_id
      FROM correction_draft d JOIN conversation k ON k.corporation_id = d.corporation_id AND k.id = d.conversation_id WHERE ${ofThem}
    ) f JOIN tenant t ON t.corporation_id = f.corporation_id AND t.id = f.tenant_id ORDER BY f.saved_at DESC LIMIT 50`)
  if (rows.length > 0)
    await recordAudit(tx, actor, { action: 'drafts:viewed', subject: 'tenant', details: { count: rows.length } })
  return rows.map(({ page, isTheirs, savedAt, ...row }) => ({
    ...row,
    to: isTheirs ? `${page}/${row.id}` : null,
    savedAt: savedAt.toISOString(),
  }))
}
