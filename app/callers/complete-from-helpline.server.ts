import { asMemberFor } from '#app/accounts/as-member-for.server.ts'
import { type FinishedByDesk, finishByDesk } from '#app/campaigns/finish-by-desk.server.ts'
import { type InHand, inScope } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'

/**
 * The home of whoever rings was still to be called: the round has reached them with this contact. Only a home that the
 * desk may see is there. Throws 404 when the desk does not serve the corporation any more.
 */
export async function completeFromHelpline(
  held: InHand,
  { targetId, contactId, now }: { targetId: string; contactId: string; now: Date },
): Promise<FinishedByDesk> {
  const seen = await inScope(held, (tx) =>
    tx.sql(sql`SELECT 1 FROM target WHERE corporation_id = ${held.corporationId}::int AND id = ${targetId}::uuid`),
  )
  if (seen.length === 0) return { ok: false, reason: 'not-there' }
  const scope = await asMemberFor(held, 'finish-target')
  return inScope(scope, (tx) => finishByDesk(tx, scope, { targetId, contactId, deskId: held.deskId, now }))
}
