import { fenceHolds, inHandsOf } from '#app/claims/claim-kind.ts'
import { type NotClaimed, whyNotClaimed } from '#app/claims/why-not-claimed.server.ts'
import { publishContacts } from '#app/core/live.server.ts'
import { inScopeSql, type SqlTx } from '#app/core/scope.server.ts'
import { type SqlRunner, sql } from '#app/core/sql.ts'
import type { LineKind } from '#app/lines/line.ts'
import type { AtContact } from './at-contact.ts'
import type { ContactState, Urgency } from './contact.ts'
import { contactClaims } from './contact-claims.ts'

export type HeldContact = {
  id: string
  fence: number
  state: ContactState
  urgency: Urgency
  isDanger: boolean | null
  lineKind: LineKind
  phone: string | null
  tries: number
  tenantId: string | null
  homeId: string | null
  isAnonymous: boolean
  offeredTo: string | null
}
export type InHands = { contactId: string; fence: number }

/** The contact, locked, of whoever holds it with this fence or held it last; null when it is closed or somebody else's. */
export async function lockHeld(
  tx: SqlRunner,
  actor: AtContact,
  { contactId, fence }: InHands,
): Promise<HeldContact | null> {
  const [held] = await tx.sql<HeldContact>(sql`
    SELECT g.id, g.fence, g.state, g.urgency, g.is_danger AS "isDanger", l.kind AS "lineKind", g.phone, g.tries,
      g.tenant_id AS "tenantId", g.home_id AS "homeId", g.is_anonymous AS "isAnonymous", g.offered_to AS "offeredTo"
    FROM desk_contact g JOIN phone_line l ON l.corporation_id = g.corporation_id AND l.id = g.line_id
    WHERE g.corporation_id = ${actor.corporationId}::int AND g.id = ${contactId}::uuid AND ${fenceHolds(actor, fence)}
      AND g.state IN ${contactClaims.states} FOR NO KEY UPDATE OF g`)
  return held ?? null
}

/** One change of a contact in somebody's hands, told to the board; says who has it when it is not theirs. */
export function changeHeld<Answer>(
  actor: AtContact,
  { contactId, fence }: InHands,
  change: (tx: SqlTx, held: HeldContact) => Promise<Answer>,
): Promise<Answer | NotClaimed> {
  return inScopeSql(actor, async (tx) => {
    const held = await lockHeld(tx, actor, { contactId, fence })
    if (!held) return whyNotClaimed(tx, actor, { kind: contactClaims, id: contactId })
    const answer = await change(tx, held)
    await publishContacts(tx, actor.deskId, [contactId])
    return answer
  })
}

/** The fence of what is in their hands, or lies as they left it; null when it is not. */
export async function ownFence(tx: SqlRunner, actor: AtContact, contactId: string): Promise<number | null> {
  const [own] = await tx.sql<{ fence: number }>(sql`
    SELECT g.fence FROM desk_contact g WHERE g.corporation_id = ${actor.corporationId}::int AND g.id = ${contactId}::uuid
      AND ${inHandsOf(actor, contactClaims)}`)
  return own?.fence ?? null
}
