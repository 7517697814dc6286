import type { DeskActor } from '#app/accounts/authorize.server.ts'
import { claim } from '#app/claims/claim.server.ts'
import type { ClaimStatement } from '#app/claims/claim-statement.ts'
import { inScope, inScopeSql } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import { contactStatements } from './contact-claims.ts'
import { releaseEnded } from './release-ended.server.ts'

/** A contact in somebody's hands. */
export type ContactClaim = {
  ok: true
  contactId: string
  corporationId: number
  /** Goes with every save; a higher one means that somebody else took it. */
  fence: number
  isResumed: boolean
}
export type NoContact = {
  ok: false
  /** `has-another`: they have one in hand that is to be finished or given back first. */
  reason: 'nobody-waits' | 'not-found' | 'taken' | 'has-another' | 'finished'
  /** Who has it. */
  by: string | null
}

/** Gives an operator whoever is first: what they have in hand already, else as in turn.ts. */
export const claimNextContact = (actor: DeskActor): Promise<ContactClaim | NoContact> =>
  tryClaim(actor, { statement: contactStatements.next, values: [], contactId: null })

/** This contact, while nobody else has it. */
export const claimContact = (actor: DeskActor, contactId: string): Promise<ContactClaim | NoContact> =>
  tryClaim(actor, { statement: contactStatements.free, values: [contactId], contactId })

/**
 * This contact, from whoever has it: what they save after it is refused, and what they typed stays theirs until it is moved.
 * `fence` is what was seen: when somebody else took it meanwhile nothing happens.
 */
export const claimFrom = (
  actor: DeskActor,
  { contactId, fence }: { contactId: string; fence: number },
): Promise<ContactClaim | NoContact> =>
  tryClaim(actor, { statement: contactStatements.takeOver, values: [contactId, fence], contactId })

/** What was offered to them, as it was seen; nothing happens when it is not offered any more. */
export const claimOffered = (
  actor: DeskActor,
  { contactId, fence }: { contactId: string; fence: number },
): Promise<ContactClaim | NoContact> =>
  tryClaim(actor, { statement: contactStatements.accept, values: [contactId, fence], contactId })

type Attempt = { statement: ClaimStatement; values: unknown[]; contactId: string | null }

async function tryClaim(actor: DeskActor, attempt: Attempt): Promise<ContactClaim | NoContact> {
  const { statement, values, contactId } = attempt
  const answer = await claim(actor, statement, values)
  if (answer.is === 'claimed') {
    const { id, groupId, fence, isResumed } = answer
    return { ok: true, contactId: id, corporationId: Number(groupId), fence, isResumed }
  }
  if (answer.is === 'conflict') {
    // Another of a corporation that the desk serves no more is not theirs to finish.
    if ((await releaseEnded(actor)) > 0) return tryClaim(actor, attempt)
    return { ok: false, reason: 'has-another', by: null }
  }
  if (contactId === null) return { ok: false, reason: 'nobody-waits', by: null }
  return whyNot(actor, contactId)
}

async function whyNot(actor: DeskActor, contactId: string): Promise<NoContact> {
  const [found] = await inScopeSql(actor, (tx) =>
    tx.sql<{ state: string; by: string | null }>(sql`
      SELECT g.state, a.name AS by FROM desk_contact g LEFT JOIN account a ON a.id = g.claimed_by
      WHERE g.desk_id = ${actor.deskId}::int AND g.id = ${contactId}::uuid`),
  )
  if (!found) return { ok: false, reason: 'not-found', by: null }
  if (found.state === 'closed') return { ok: false, reason: 'finished', by: null }
  return { ok: false, reason: 'taken', by: found.by }
}

/** Of which corporation a contact of the desk is; null when there is none, or its corporation is not served any more. */
export async function corporationOfContact(actor: DeskActor, contactId: string): Promise<number | null> {
  const [found] = await inScope(actor, (tx) =>
    tx.sql<{ corporationId: number }>(sql`
      SELECT corporation_id AS "corporationId" FROM desk_contact WHERE desk_id = ${actor.deskId}::int AND id = ${contactId}::uuid`),
  )
  return found?.corporationId ?? null
}
