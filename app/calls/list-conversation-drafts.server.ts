import type { Actor } from '#app/accounts/authorize.server.ts'
import { can } from '#app/accounts/permissions.ts'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import { type SqlRunner, sql } from '#app/core/sql.ts'
import { nameColumns } from '#app/tenants/addressee-columns.server.ts'
import type { PersonName } from '#app/tenants/names.ts'
import { whoseOf } from './find-homes.server.ts'
import { mayOpenHome } from './reachable-homes.ts'

type Row = PersonName & { id: string; targetId: string | null; savedAt: Date; writtenBy: string | null }
/** `to`: the page on which they go on with it; null when it is not theirs to open any more. */
export type ConversationDraftRow = Omit<Row, 'targetId' | 'savedAt'> & { to: string | null; savedAt: string }

/** Their own texts of conversations to be added, newest first. Who may not add to any tenant gets there by a home on a list. */
export async function listConversationDrafts(tx: SqlRunner, actor: Actor): Promise<ConversationDraftRow[]> {
  const rows = await tx.sql<Row>(sql`
    SELECT d.tenant_id AS id, d.saved_at AS "savedAt", (SELECT a.name FROM account a WHERE a.id = d.written_by) AS "writtenBy",
      (SELECT g.id FROM target g WHERE g.corporation_id = d.corporation_id AND g.tenant_id = d.tenant_id AND ${mayOpenHome(whoseOf(actor))}
        ORDER BY g.last_attempt_at DESC NULLS LAST, g.id LIMIT 1) AS "targetId", ${nameColumns}
    FROM conversation_draft d JOIN tenant t ON t.corporation_id = d.corporation_id AND t.id = d.tenant_id
    WHERE d.corporation_id = ${actor.corporationId}::int AND d.account_id = ${actor.accountId}::uuid
    ORDER BY d.saved_at DESC LIMIT 50`)
  if (rows.length > 0)
    await recordAudit(tx, actor, { action: 'drafts:viewed', subject: 'tenant', details: { count: rows.length } })
  return rows.map(({ targetId, savedAt, ...row }) => ({
    ...row,
    to: pageOf(actor, { tenantId: row.id, targetId }),
    savedAt: savedAt.toISOString(),
  }))
}

function pageOf(actor: Actor, { tenantId, targetId }: { tenantId: string; targetId: string | null }): string | null {
  if (can(actor, 'conversation:add')) return `/tenants/${tenantId}/conversation`
  return targetId && `/calls/${targetId}/conversation`
}
