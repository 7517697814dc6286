import { recordAudit } from '#app/audit/record-audit.server.ts'
import { hasSucceeded } from '#app/core/idempotently.server.ts'
import { inScopeSql } from '#app/core/scope.server.ts'
import { rawSql, type SqlRunner, sql } from '#app/core/sql.ts'
import {
  bookOf,
  type Claim,
  type Claimable,
  type Claimant,
  type ClaimKind,
  fenceHolds,
  ownerId,
  rowOf,
} from './claim-kind.ts'
import {
  type Draft,
  findText,
  keepText,
  moveText,
  type Opening,
  type OtherText,
  removeText,
  type TextKept,
  type TextToKeep,
} from './draft-store.server.ts'
import { type NotClaimed, whyNotClaimed } from './why-not-claimed.server.ts'

export type DraftSaved = { ok: true; savedAt: string } | OtherText | NotClaimed
export type DraftToSave = Claim & TextToKeep

/**
 * Keeps what somebody typed and has not sent. Also when the row is no longer theirs: the answer says so, and the text
 * stays with them, beside what was there. A draft that was overtaken by the save of the same form keeps nothing: it is all on record.
 */
export function saveDraft(claimant: Claimant, draft: DraftToSave): Promise<DraftSaved> {
  return inScopeSql(claimant, async (tx): Promise<DraftSaved> => {
    if (draft.key && (await isOnRecord(tx, claimant, { row: draft, key: draft.key })))
      return { ok: true, savedAt: new Date().toISOString() }
    const [mine] = await tx.sql(sql`SELECT FROM ${rowOf(claimant, draft)} AND ${fenceHolds(claimant, draft.fence)}`)
    // A form whose row is gone has nothing to choose any more.
    const kept = await keepDraft(tx, claimant, { ...draft, isLeaving: draft.isLeaving || !mine })
    if (!kept) return { ok: false, reason: 'not-found', by: null }
    return mine ? kept : whyNotClaimed(tx, claimant, draft)
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
export async function keepDraft(tx: SqlRunner, claimant: Claimant, draft: DraftToSave): Promise<TextKept | null> {
  const [row] = await tx.sql(sql`SELECT FROM ${rowOf(claimant, draft)} AND ${wasTheirs(claimant, draft.kind)}`)
  return row ? keepText(tx, claimant, { spot: spotOf(draft), text: draft }) : null
}

/** Nobody writes about what never was in their hands. */
const wasTheirs = (claimant: Claimant, { owner, audit }: ClaimKind) =>
  sql`(g.holder = ${claimant.accountId}::uuid OR EXISTS (
    SELECT FROM ${rawSql(bookOf[owner].book)} e WHERE e.${rawSql(bookOf[owner].column)} = ${ownerId(claimant)}::int AND e.subject_kind = ${audit.subject}
      AND e.subject_id = g.id AND e.account_id = ${claimant.accountId}::uuid AND e.action = ${audit.claimed}))`

export const findDraft = (tx: SqlRunner, claimant: Claimant, row: Claimable): Promise<Draft | null> =>
  findText(tx, claimant, spotOf(row))

/** What the save of this form took up; a text of another screen stays. */
export const removeDraft = (tx: SqlRunner, claimant: Claimant, { opening, ...row }: Claimable & { opening: Opening }) =>
  removeText(tx, claimant, { spot: spotOf(row), opening })

/** Gives what somebody typed to a colleague; false, and nothing moves, while they have a text of their own about that row. */
export const moveDraft = (tx: SqlRunner, from: Claimant, { row, to }: { row: Claimable; to: string }) =>
  moveText(tx, from, { spot: spotOf(row), to })

/** Their own text goes away when they say so. */
export function discardDraft(claimant: Claimant, row: Claimable): Promise<void> {
  const { discarded, subject } = row.kind.audit
  return inScopeSql(claimant, async (tx) => {
    await removeText(tx, claimant, { spot: spotOf(row) })
    await recordAudit(tx, claimant, { action: discarded, subject, subjectId: row.id })
  })
}

const spotOf = ({ kind, id }: Claimable) => ({ place: kind.drafts, id })
