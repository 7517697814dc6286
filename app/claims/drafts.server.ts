import { recordAudit } from '#app/audit/record-audit.server.ts'
import { hasSucceeded } from '#app/core/idempotently.server.ts'
import { inScopeSql } from '#app/core/scope.server.ts'
import { rawSql, type SqlPart, type SqlRunner, sql } from '#app/core/sql.ts'
import { sealerFor } from '#app/corporations/sealer.server.ts'
import { type Claim, type Claimable, type Claimant, type ClaimKind, fenceHolds, rowOf } from './claim-kind.ts'
import type { DraftFields } from './draft-fields.ts'
import { type NotClaimed, whyNotClaimed } from './why-not-claimed.server.ts'

export type DraftSaved = { ok: true; savedAt: string } | NotClaimed
export type Draft = { draftFields: DraftFields; savedAt: string }
/** `key` is that of the save this form will send, or sent. */
export type DraftToSave = Claim & { draftFields: DraftFields; key?: string }

/**
 * Keeps what somebody typed and has not sent. Also when the row is no longer theirs: the answer says so, and the text
 * stays with them. A draft that was overtaken by the save of the same form keeps nothing: it is all on record.
 */
export function saveDraft(claimant: Claimant, draft: DraftToSave): Promise<DraftSaved> {
  return inScopeSql(claimant, async (tx): Promise<DraftSaved> => {
    if (draft.key && (await isOnRecord(tx, claimant, { row: draft, key: draft.key })))
      return { ok: true, savedAt: new Date().toISOString() }
    const savedAt = await keepDraft(tx, claimant, draft)
    if (!savedAt) return { ok: false, reason: 'not-found', by: null }
    const [isTheirs] = await tx.sql(sql`SELECT FROM ${rowOf(claimant, draft)} AND ${fenceHolds(claimant, draft.fence)}`)
    return isTheirs ? { ok: true, savedAt } : whyNotClaimed(tx, claimant, draft)
  })
}

/** Waits for a save that is being written down at this moment. */
async function isOnRecord(
  tx: SqlRunner,
  claimant: Claimant,
  { row, key }: { row: Claimable; key: string },
): Promise<boolean> {
  await tx.sql(sql`SELECT FROM ${rowOf(claimant, row)} FOR SHARE`)
  return hasSucceeded(tx, claimant, key)
}

/** Inside a transaction; null when no such row was ever theirs. */
export async function keepDraft(tx: SqlRunner, claimant: Claimant, draft: DraftToSave): Promise<string | null> {
  const { kind, id, fence, draftFields } = draft
  const { table, column } = draftsOf(kind)
  const sealer = await sealerFor(tx, claimant.corporationId)
  const sealed = sealer.seal(sealedColumn(claimant, draft), JSON.stringify(kind.drafts.keepable(draftFields)))
  const [kept] = await tx.sql<{ savedAt: Date }>(sql`
    INSERT INTO ${table} (corporation_id, ${column}, account_id, sealed, fence, saved_at)
    SELECT g.corporation_id, g.id, ${claimant.accountId}::uuid, ${sealed}::bytea, ${fence}::int, clock_timestamp()
    FROM ${rowOf(claimant, { kind, id })} AND ${wasTheirs(claimant, kind)}
    ON CONFLICT (corporation_id, ${column}, account_id) DO UPDATE
      SET sealed = excluded.sealed, fence = excluded.fence, saved_at = excluded.saved_at
    RETURNING saved_at AS "savedAt"`)
  return kept ? kept.savedAt.toISOString() : null
}

/** Nobody writes about what never was in their hands. */
const wasTheirs = ({ corporationId, accountId }: Claimant, { audit }: ClaimKind) =>
  sql`(g.holder = ${accountId}::uuid OR EXISTS (
    SELECT FROM audit_event e WHERE e.corporation_id = ${corporationId}::int AND e.subject_kind = ${audit.subject}
      AND e.subject_id = g.id AND e.account_id = ${accountId}::uuid AND e.action = ${audit.claimed}))`

export async function findDraft(tx: SqlRunner, claimant: Claimant, row: Claimable): Promise<Draft | null> {
  const [found] = await tx.sql<{ sealed: Uint8Array; savedAt: Date }>(
    sql`SELECT sealed, saved_at AS "savedAt" FROM ${ownDraft(claimant, row)}`,
  )
  if (!found) return null
  const sealer = await sealerFor(tx, claimant.corporationId)
  const draftFields = JSON.parse(sealer.open(sealedColumn(claimant, row), found.sealed)) as DraftFields
  return { draftFields, savedAt: found.savedAt.toISOString() }
}

export async function removeDraft(tx: SqlRunner, claimant: Claimant, row: Claimable) {
  await tx.sql(sql`DELETE FROM ${ownDraft(claimant, row)}`)
}

/** Gives what somebody typed to a colleague; false, and nothing moves, while they have a text of their own about that row. */
export async function moveDraft(
  tx: SqlRunner,
  from: Claimant,
  { row, to }: { row: Claimable; to: string },
): Promise<boolean> {
  const draft = await findDraft(tx, from, row)
  if (!draft) return false
  const { table, column } = draftsOf(row.kind)
  const sealer = await sealerFor(tx, from.corporationId)
  const sealed = sealer.seal(sealedColumn({ ...from, accountId: to }, row), JSON.stringify(draft.draftFields))
  const moved = await tx.sql(sql`
    INSERT INTO ${table} (corporation_id, ${column}, account_id, sealed, fence, saved_at)
    SELECT corporation_id, ${column}, ${to}::uuid, ${sealed}::bytea, fence, saved_at FROM ${ownDraft(from, row)}
    ON CONFLICT (corporation_id, ${column}, account_id) DO NOTHING RETURNING 1 AS moved`)
  if (moved.length > 0) await removeDraft(tx, from, row)
  return moved.length > 0
}

/** Their own text goes away when they say so. */
export function discardDraft(claimant: Claimant, row: Claimable): Promise<void> {
  const { discarded, subject } = row.kind.audit
  return inScopeSql(claimant, async (tx) => {
    await removeDraft(tx, claimant, row)
    await recordAudit(tx, claimant, { action: discarded, subject, subjectId: row.id })
  })
}

// One draft a person and row: the seal binds it to both.
const sealedColumn = ({ accountId }: Claimant, { kind, id }: Claimable) => ({
  table: kind.drafts.table,
  column: 'sealed',
  rowId: `${id}:${accountId}`,
})

const draftsOf = ({ drafts }: ClaimKind) => ({ table: rawSql(drafts.table), column: rawSql(drafts.column) })

function ownDraft({ corporationId, accountId }: Claimant, { kind, id }: Claimable): SqlPart {
  const { table, column } = draftsOf(kind)
  return sql`${table} WHERE corporation_id = ${corporationId}::int AND ${column} = ${id}::uuid AND account_id = ${accountId}::uuid`
}
