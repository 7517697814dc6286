import type { Actor } from '#app/accounts/authorize.server.ts'
import { recordAudit } from '#app/audit/record.server.ts'
import { stillToDo } from '#app/campaigns/still-to-do.ts'
import { inScopeSql } from '#app/core/scope.server.ts'
import { type SqlRunner, sql } from '#app/core/sql.ts'
import { sealerFor } from '#app/corporations/sealer.server.ts'
import type { PersonName } from '#app/tenants/names.ts'
import { type NotHeld, whyNotClaimed } from './claim-conflict.server.ts'
import type { DraftFields } from './draft-fields.ts'

export type DraftSaved = { ok: true; savedAt: string } | NotHeld
export type Draft = { typed: DraftFields; savedAt: string }
export type DraftRow = PersonName & { targetId: string; savedAt: string; campaignName: string; isFinished: boolean }

type Opening = { fence: number /** Of the outcome that this form will send, or sent. */; key?: string }

/**
 * Keeps what somebody typed and has not sent. Also when the home is no longer theirs: the answer says so, and the text
 * stays with them. A save that was overtaken by the outcome of the same form keeps nothing: it is all on record.
 */
export function saveDraft(
  actor: Actor,
  targetId: string,
  { fence, key }: Opening,
  typed: DraftFields,
): Promise<DraftSaved> {
  return inScopeSql(actor, async (tx): Promise<DraftSaved> => {
    if (key && (await isOnRecord(tx, actor, targetId, key))) return { ok: true, savedAt: new Date().toISOString() }
    const savedAt = await keepDraft(tx, actor, targetId, fence, typed)
    if (!savedAt) return { ok: false, reason: 'not-found', by: null }
    const [held] = await tx.sql(sql`
      SELECT FROM target WHERE corporation_id = ${actor.corporationId}::int AND id = ${targetId}::uuid AND holder = ${actor.accountId}::uuid AND fence = ${fence}::int`)
    return held ? { ok: true, savedAt } : whyNotClaimed(tx, actor, targetId)
  })
}

/** Waits for an outcome that is being written down at this moment. */
async function isOnRecord(tx: SqlRunner, { corporationId, accountId }: Actor, targetId: string, key: string) {
  await tx.sql(
    sql`SELECT FROM target WHERE corporation_id = ${corporationId}::int AND id = ${targetId}::uuid FOR SHARE`,
  )
  const [recorded] = await tx.sql(sql`
    SELECT FROM idempotent_write WHERE corporation_id = ${corporationId}::int AND account_id = ${accountId}::uuid AND key = ${key}::uuid
      AND answer -> 'ok' = 'true'`)
  return recorded !== undefined
}

/** Inside a transaction; null when there is no such home on a list here. */
export async function keepDraft(
  tx: SqlRunner,
  actor: Actor,
  targetId: string,
  fence: number,
  typed: DraftFields,
): Promise<string | null> {
  const sealer = await sealerFor(tx, actor.corporationId)
  const sealed = sealer.seal(draftColumn(targetId, actor.accountId), JSON.stringify(typed))
  const [kept] = await tx.sql<{ savedAt: Date }>(sql`
    INSERT INTO call_draft (corporation_id, target_id, account_id, sealed, fence, saved_at)
    SELECT g.corporation_id, g.id, ${actor.accountId}::uuid, ${sealed}::bytea, ${fence}::int, clock_timestamp() FROM target g
    WHERE g.corporation_id = ${actor.corporationId}::int AND g.id = ${targetId}::uuid AND ${wasTheirs(actor)}
    ON CONFLICT (corporation_id, target_id, account_id) DO UPDATE SET sealed = excluded.sealed, fence = excluded.fence, saved_at = excluded.saved_at
    RETURNING saved_at AS "savedAt"`)
  return kept ? kept.savedAt.toISOString() : null
}

/** Nobody writes about a tenant who never was theirs to call. */
const wasTheirs = ({ corporationId, accountId }: Actor) => sql`(g.holder = ${accountId}::uuid OR EXISTS (
  SELECT FROM audit_event e WHERE e.corporation_id = ${corporationId}::int AND e.subject_kind = 'target' AND e.subject_id = g.id
    AND e.account_id = ${accountId}::uuid AND e.action = 'target:claimed'))`

export async function findDraft(tx: SqlRunner, actor: Actor, targetId: string): Promise<Draft | null> {
  const [row] = await tx.sql<{ sealed: Uint8Array; savedAt: Date }>(sql`
    SELECT sealed, saved_at AS "savedAt" FROM call_draft
    WHERE corporation_id = ${actor.corporationId}::int AND target_id = ${targetId}::uuid AND account_id = ${actor.accountId}::uuid`)
  if (!row) return null
  const sealer = await sealerFor(tx, actor.corporationId)
  const typed = JSON.parse(sealer.open(draftColumn(targetId, actor.accountId), row.sealed)) as DraftFields
  return { typed, savedAt: row.savedAt.toISOString() }
}

export const removeDraft = (tx: SqlRunner, { corporationId, accountId }: Actor, targetId: string) =>
  tx.sql(sql`
    DELETE FROM call_draft WHERE corporation_id = ${corporationId}::int AND target_id = ${targetId}::uuid AND account_id = ${accountId}::uuid`)

/** Their own texts that were never sent, newest first, to be found again under Vandaag. */
export async function listDrafts(tx: SqlRunner, actor: Actor): Promise<DraftRow[]> {
  const rows = await tx.sql<Omit<DraftRow, 'savedAt'> & { savedAt: Date }>(sql`
    SELECT d.target_id AS "targetId", d.saved_at AS "savedAt", c.name AS "campaignName", g.state NOT IN ${stillToDo} AS "isFinished",
      t.sex, t.initials, t.first_name AS "firstName", t.infix, t.last_name AS "lastName"
    FROM call_draft d
    JOIN target g ON g.corporation_id = d.corporation_id AND g.id = d.target_id
    JOIN campaign c ON c.corporation_id = g.corporation_id AND c.id = g.campaign_id
    JOIN tenant t ON t.corporation_id = g.corporation_id AND t.id = g.tenant_id
    WHERE d.corporation_id = ${actor.corporationId}::int AND d.account_id = ${actor.accountId}::uuid
    ORDER BY d.saved_at DESC LIMIT 50`)
  if (rows.length > 0)
    await recordAudit(tx, actor, { action: 'drafts:viewed', subject: 'target', details: { count: rows.length } })
  return rows.map(({ savedAt, ...row }) => ({ ...row, savedAt: savedAt.toISOString() }))
}

/** Their own text goes away when they say so. */
export function discardDraft(actor: Actor, targetId: string): Promise<void> {
  return inScopeSql(actor, async (tx) => {
    await removeDraft(tx, actor, targetId)
    await recordAudit(tx, actor, { action: 'draft:discarded', subject: 'target', subjectId: targetId })
  })
}

// One draft a person and home: the seal binds it to both.
const draftColumn = (targetId: string, accountId: string) => ({
  table: 'call_draft',
  column: 'sealed',
  rowId: `${targetId}:${accountId}`,
})
