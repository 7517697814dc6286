import type { Actor } from '#app/accounts/authorize.server.ts'
import { recordAudit } from '#app/audit/record-audit.server.ts'
import {
  type Draft,
  type DraftPlace,
  type DraftSpot,
  findText,
  keepText,
  type Opening,
  removeText,
  type TextKept,
  type TextToKeep,
} from '#app/claims/draft-store.server.ts'
import { mayCorrect } from '#app/conversations/correct-conversation.server.ts'
import { inScopeSql } from '#app/core/scope.server.ts'
import { rawSql, type SqlRunner, sql } from '#app/core/sql.ts'
import { keepableFields } from './free-texts.ts'
import { joinDrafts } from './join-drafts.ts'
import type { Which } from './saved-call.server.ts'

const ways = { keepable: keepableFields, joined: joinDrafts }
/** What is typed to correct a saved call, also when its page was opened by the conversation that came of it. */
export const ofAttempts: DraftPlace = { table: 'attempt_draft', column: 'attempt_id', ...ways }
/** The same of a conversation that was no call of ours. */
export const ofConversations: DraftPlace = { table: 'correction_draft', column: 'conversation_id', ...ways }

/** Keeps what somebody typed and has not saved. Null when it is not theirs to correct. */
export function keepCorrectionDraft(actor: Actor, which: Which, text: TextToKeep): Promise<TextKept | null> {
  return inScopeSql(actor, async (tx) => {
    const about = await findAbout(tx, actor, which)
    return about && keepText(tx, actor, { spot: about.spot, text })
  })
}

/** With the colleague who typed it, of a text that was taken over. */
export async function findCorrectionDraft(
  tx: SqlRunner,
  actor: Actor,
  which: Which,
): Promise<{ draft: Draft | null; writtenBy: string | null }> {
  const about = await findAbout(tx, actor, which)
  const draft = about && (await findText(tx, actor, about.spot))
  if (!draft) return { draft: null, writtenBy: null }
  const { place, id } = about.spot
  const [author] = await tx.sql<{ name: string }>(sql`
    SELECT a.name FROM ${rawSql(place.table)} d JOIN account a ON a.id = d.written_by
    WHERE d.corporation_id = ${actor.corporationId}::int AND d.account_id = ${actor.accountId}::uuid AND d.${rawSql(place.column)} = ${id}::uuid`)
  return { draft, writtenBy: author?.name ?? null }
}

/** In the transaction that saves it; a text of another screen stays. */
export async function removeCorrectionDraft(
  tx: SqlRunner,
  actor: Actor,
  { which, opening }: { which: Which; opening?: Opening },
): Promise<void> {
  const about = await findAbout(tx, actor, which)
  if (about) await removeText(tx, actor, { spot: about.spot, opening })
}

/** Their own text goes away when they say so; false when it is not theirs to correct. */
export function discardCorrectionDraft(actor: Actor, which: Which): Promise<boolean> {
  return inScopeSql(actor, async (tx) => {
    const about = await findAbout(tx, actor, which)
    if (about && (await removeText(tx, actor, { spot: about.spot })))
      await recordAudit(tx, actor, { action: 'draft:discarded', subject: 'tenant', subjectId: about.tenantId })
    return about !== null
  })
}

type About = { spot: DraftSpot; tenantId: string }

async function findAbout(tx: SqlRunner, actor: Actor, which: Which): Promise<About | null> {
  const [found] = await tx.sql<{ attemptId: string | null; id: string; tenantId: string }>(
    'attemptId' in which
      ? sql`SELECT p.id, p.id AS "attemptId", p.tenant_id AS "tenantId" FROM attempt p
          WHERE p.corporation_id = ${actor.corporationId}::int AND p.id = ${which.attemptId}::uuid AND ${mayCorrect(actor, 'p')}`
      : sql`SELECT k.id, k.attempt_id AS "attemptId", k.tenant_id AS "tenantId" FROM conversation k
          WHERE k.corporation_id = ${actor.corporationId}::int AND k.id = ${which.conversationId}::uuid AND ${mayCorrect(actor, 'k')}`,
  )
  if (!found) return null
  const { attemptId, id, tenantId } = found
  return { tenantId, spot: attemptId ? { place: ofAttempts, id: attemptId } : { place: ofConversations, id } }
}
