import { completeFromHelpline } from '#app/callers/complete-from-helpline.server.ts'
import type { FinishedByDesk } from '#app/campaigns/finish-by-desk.server.ts'
import { inScopeSql } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import type { AtContact } from './at-contact.ts'
import { ownFence } from './held-contact.server.ts'

type Round = { contactId: string; targetId: string; now: Date }

/** A round that still had to ring the home of this contact has reached it: they are on the line of whoever has it in hand. */
export async function completeRound(
  actor: AtContact,
  { contactId, targetId, now }: Round,
): Promise<FinishedByDesk | { ok: false; reason: 'not-claimed' }> {
  const isTheirs = await inScopeSql(actor, async (tx) => {
    if ((await ownFence(tx, actor, contactId)) === null) return false
    const same = await tx.sql(sql`
      SELECT 1 FROM desk_contact g JOIN target t ON t.corporation_id = g.corporation_id AND t.home_id = g.home_id
      WHERE g.corporation_id = ${actor.corporationId}::int AND g.id = ${contactId}::uuid AND t.id = ${targetId}::uuid`)
    return same.length > 0
  })
  return isTheirs ? completeFromHelpline(actor, { targetId, contactId, now }) : { ok: false, reason: 'not-claimed' }
}
