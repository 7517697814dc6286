import { recordAudit } from '#app/audit/record-audit.server.ts'
import type { DraftFields } from '#app/claims/draft-fields.ts'
import type { Draft, DraftSaved } from '#app/claims/drafts.server.ts'
import { hasSucceeded } from '#app/core/idempotently.server.ts'
import { type CorporationScope, inScopeSql } from '#app/core/scope.server.ts'
import { type SqlRunner, sql } from '#app/core/sql.ts'
import { sealerFor } from '#app/corporations/sealer.server.ts'
import { keepableFields } from './free-texts.ts'

type Writer = CorporationScope & { accountId: string }

const keptDays = 14

/**
 * Keeps what somebody typed and has not saved. `key` is that of the save the form will send: a draft that was overtaken
 * by it keeps nothing.
 */
export function keepConversationDraft(
  writer: Writer,
  tenantId: string,
  { draftFields, key }: { draftFields: DraftFields; key: string | undefined },
): Promise<DraftSaved> {
  return inScopeSql(writer, async (tx): Promise<DraftSaved> => {
    // Waits for a save that is being written down at this moment.
    await tx.sql(sql`SELECT FROM tenant WHERE ${tenantRow(writer, tenantId)} FOR SHARE`)
    if (key && (await hasSucceeded(tx, writer, key))) return { ok: true, savedAt: new Date().toISOString() }
    const sealer = await sealerFor(tx, writer.corporationId)
    const sealed = sealer.seal(sealedColumn(writer, tenantId), JSON.stringify(keepableFields(draftFields)))
    const [kept] = await tx.sql<{ savedAt: Date }>(sql`
      INSERT INTO conversation_draft (corporation_id, account_id, tenant_id, sealed, saved_at)
      VALUES (${writer.corporationId}::int, ${writer.accountId}::uuid, ${tenantId}::uuid, ${sealed}::bytea, clock_timestamp())
      ON CONFLICT (corporation_id, account_id, tenant_id) DO UPDATE SET sealed = excluded.sealed, saved_at = excluded.saved_at
      RETURNING saved_at AS "savedAt"`)
    return kept ? { ok: true, savedAt: kept.savedAt.toISOString() } : { ok: false, reason: 'not-found', by: null }
  })
}

export async function findConversationDraft(tx: SqlRunner, writer: Writer, tenantId: string): Promise<Draft | null> {
  const [found] = await tx.sql<{ sealed: Uint8Array; savedAt: Date }>(
    sql`SELECT sealed, saved_at AS "savedAt" FROM conversation_draft WHERE ${draftRow(writer, tenantId)}`,
  )
  if (!found) return null
  const sealer = await sealerFor(tx, writer.corporationId)
  const draftFields = JSON.parse(sealer.open(sealedColumn(writer, tenantId), found.sealed)) as DraftFields
  return { draftFields, savedAt: found.savedAt.toISOString() }
}

/** In the transaction that saves it: what is being kept of it at that moment is gone as well. */
export async function removeConversationDraft(tx: SqlRunner, writer: Writer, tenantId: string) {
  await tx.sql(sql`SELECT FROM tenant WHERE ${tenantRow(writer, tenantId)} FOR NO KEY UPDATE`)
  return tx.sql(sql`DELETE FROM conversation_draft WHERE ${draftRow(writer, tenantId)} RETURNING tenant_id`)
}

/** Their own text goes away when they say so. */
export function discardConversationDraft(writer: Writer, tenantId: string): Promise<void> {
  return inScopeSql(writer, async (tx) => {
    const removed = await removeConversationDraft(tx, writer, tenantId)
    if (removed.length > 0)
      await recordAudit(tx, writer, { action: 'draft:discarded', subject: 'tenant', subjectId: tenantId })
  })
}

/** What nobody came back to in two weeks. Gives how many went. */
export function removeOldConversationDrafts(scope: CorporationScope, now: Date): Promise<number> {
  const before = new Date(now.getTime() - keptDays * 86_400_000)
  return inScopeSql(scope, async (tx) => {
    const removed = await tx.sql(sql`
      DELETE FROM conversation_draft WHERE corporation_id = ${scope.corporationId}::int AND saved_at < ${before}::timestamptz RETURNING tenant_id`)
    return removed.length
  })
}

// One draft a person and tenant: the seal binds it to both.
const sealedColumn = ({ accountId }: Writer, tenantId: string) => ({
  table: 'conversation_draft',
  column: 'sealed',
  rowId: `${tenantId}:${accountId}`,
})

const tenantRow = ({ corporationId }: Writer, tenantId: string) =>
  sql`corporation_id = ${corporationId}::int AND id = ${tenantId}::uuid`
const draftRow = ({ corporationId, accountId }: Writer, tenantId: string) =>
  sql`corporation_id = ${corporationId}::int AND account_id = ${accountId}::uuid AND tenant_id = ${tenantId}::uuid`
