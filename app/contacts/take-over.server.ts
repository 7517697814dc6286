import { recordAudit } from '#app/audit/record-audit.server.ts'
import { moveDraft } from '#app/claims/drafts.server.ts'
import { inScopeSql } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import type { AtContact } from './at-contact.ts'
import { type ContactClaim, claimFrom, type NoContact } from './claim-contact.server.ts'
import { contactClaims } from './contact-claims.ts'
import { addStep } from './steps.server.ts'

/**
 * From a colleague who has it; `fence` is what was seen, `words` say why. What the colleague typed and did not save comes
 * along, unless there is a text of one's own.
 */
export async function takeOver(
  actor: AtContact,
  { contactId, fence, words = '' }: { contactId: string; fence: number; words?: string },
): Promise<ContactClaim | NoContact> {
  const before = await holderOf(actor, contactId)
  const answer = await claimFrom(actor, { contactId, fence })
  if (answer.ok)
    await writeTaking(actor, { contactId, from: before?.holder ?? null, kind: 'taken-over', note: words || undefined })
  return answer
}

type Before = { holder: string | null; offeredTo: string | null; by: string | null }

/** Who has it or had it last, and to whom it is offered. */
export const holderOf = (actor: AtContact, contactId: string): Promise<Before | undefined> =>
  inScopeSql(actor, async (tx) => {
    const [row] = await tx.sql<Before>(sql`
      SELECT g.holder, g.offered_to AS "offeredTo", a.name AS by FROM desk_contact g LEFT JOIN account a ON a.id = g.claimed_by
      WHERE g.corporation_id = ${actor.corporationId}::int AND g.id = ${contactId}::uuid`)
    return row
  })

type Taking = { contactId: string; from: string | null; kind: 'handed-over' | 'taken-over'; note?: string }

/** After it was taken: what was typed comes along, and it is told. */
export function writeTaking(actor: AtContact, { contactId, from, kind, note }: Taking) {
  return inScopeSql(actor, async (tx) => {
    const row = { kind: contactClaims, id: contactId }
    if (from && from !== actor.accountId)
      await moveDraft(tx, { ...actor, accountId: from }, { row, to: actor.accountId })
    await tx.sql(sql`
      UPDATE desk_contact SET offer_sealed = NULL WHERE corporation_id = ${actor.corporationId}::int AND id = ${contactId}::uuid`)
    await addStep(tx, actor, { contactId, kind, details: { from }, note })
    await recordAudit(tx, actor, { action: `contact:${kind}`, subject: 'contact', subjectId: contactId })
  })
}
