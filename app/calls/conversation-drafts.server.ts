import { recordAudit } from '#app/audit/record-audit.server.ts'
import {
  type Draft,
  type DraftPlace,
  findText,
  keepText,
  type Opening,
  removeText,
  type TextToKeep,
} from '#app/claims/draft-store.server.ts'
import type { DraftSaved } from '#app/claims/drafts.server.ts'
import { hasSucceeded } from '#app/core/idempotently.server.ts'
import { type CorporationScope, inScopeSql } from '#app/core/scope.server.ts'
import { rawSql, type SqlRunner, sql } from '#app/core/sql.ts'
import { ofAttempts, ofConversations } from './correction-drafts.server.ts'
import { keepableFields } from './free-texts.ts'
import { joinDrafts } from './join-drafts.ts'

type Writer = CorporationScope & { accountId: string }

const keptDays = 14

/** Keeps what somebody typed and has not saved; a text that was overtaken by the save of its form keeps nothing. */
export function keepConversationDraft(writer: Writer, tenantId: string, text: TextToKeep): Promise<DraftSaved> {
  return inScopeSql(writer, async (tx): Promise<DraftSaved> => {
    // Waits for a save that is being written down at this moment.
    await tx.sql(sql`SELECT FROM tenant WHERE ${tenantRow(writer, tenantId)} FOR SHARE`)
    if (text.key && (await hasSucceeded(tx, writer, text.key))) return { ok: true, savedAt: new Date().toISOString() }
    return keepText(tx, writer, { spot: spotOf(tenantId), text })
  })
}

export const findConversationDraft = (tx: SqlRunner, writer: Writer, tenantId: string): Promise<Draft | null> =>
  findText(tx, writer, spotOf(tenantId))

/** The colleague who typed it, of a text that was taken over. */
export async function findConversationAuthor(
  tx: SqlRunner,
  { corporationId, accountId }: Writer,
  tenantId: string,
): Promise<string | null> {
  const [author] = await tx.sql<{ name: string }>(sql`
    SELECT a.name FROM conversation_draft d JOIN account a ON a.id = d.written_by
    WHERE d.corporation_id = ${corporationId}::int AND d.tenant_id = ${tenantId}::uuid AND d.account_id = ${accountId}::uuid`)
  return author?.name ?? null
}

/** In the transaction that saves it: what is being kept of it at that moment is gone as well. Says whether there was one. */
export async function removeConversationDraft(
  tx: SqlRunner,
  writer: Writer,
  { tenantId, opening }: { tenantId: string; opening?: Opening },
): Promise<boolean> {
  await tx.sql(sql`SELECT FROM tenant WHERE ${tenantRow(writer, tenantId)} FOR NO KEY UPDATE`)
  return removeText(tx, writer, { spot: spotOf(tenantId), opening })
}

/** Their own text goes away when they say so. */
export function discardConversationDraft(writer: Writer, tenantId: string): Promise<void> {
  return inScopeSql(writer, async (tx) => {
    if (await removeConversationDraft(tx, writer, { tenantId }))
      await recordAudit(tx, writer, { action: 'draft:discarded', subject: 'tenant', subjectId: tenantId })
  })
}

/** What nobody came back to in two weeks, also of a correction. Gives how many went. */
export function removeOldConversationDrafts(scope: CorporationScope, now: Date): Promise<number> {
  const before = new Date(now.getTime() - keptDays * 86_400_000)
  return inScopeSql(scope, async (tx) => {
    let count = 0
    for (const { table } of [ofTenants, ofAttempts, ofConversations]) {
      const removed = await tx.sql(sql`
        DELETE FROM ${rawSql(table)} WHERE corporation_id = ${scope.corporationId}::int AND saved_at < ${before}::timestamptz RETURNING 1 AS removed`)
      count += removed.length
    }
    return count
  })
}

/** What is typed of a conversation to be added. */
export const ofTenants: DraftPlace = {
  table: 'conversation_draft',
  column: 'tenant_id',
  keepable: keepableFields,
  joined: joinDrafts,
}
const spotOf = (tenantId: string) => ({ place: ofTenants, id: tenantId })

const tenantRow = ({ corporationId }: Writer, tenantId: string) =>
  sql`corporation_id = ${corporationId}::int AND id = ${tenantId}::uuid`
