import { publishContacts } from '#app/core/live.server.ts'
import { type DeskScope, inScopeSql } from '#app/core/scope.server.ts'
import { type SqlPart, sql } from '#app/core/sql.ts'
import { goneAfterSeconds } from './presence.ts'
import { addStep } from './steps.server.ts'

/** Nobody who is not there is asked any longer: who offered it chooses another. Gives how many offers ended. */
export async function expireOffers(scope: DeskScope): Promise<number> {
  const lapsed = await inScopeSql(scope, (tx) =>
    tx.sql<{ id: string; corporationId: number }>(
      sql`SELECT g.id, g.corporation_id AS "corporationId" FROM desk_contact g WHERE ${offeredToNobody(scope)}`,
    ),
  )
  for (const { id, corporationId } of lapsed) await expire({ ...scope, corporationId }, id)
  return lapsed.length
}

/** With one corporation in hand: only then its story is there. */
function expire(scope: DeskScope & { corporationId: number }, contactId: string) {
  return inScopeSql(scope, async (tx) => {
    const ended = await tx.sql(sql`
      UPDATE desk_contact g SET offered_to = NULL, offered_at = NULL, offer_sealed = NULL
      WHERE g.corporation_id = ${scope.corporationId}::int AND g.id = ${contactId}::uuid AND ${offeredToNobody(scope)} RETURNING g.id`)
    if (ended.length === 0) return
    await addStep(tx, scope, { contactId, kind: 'offer-withdrawn', details: { why: 'gone' } })
    await publishContacts(tx, scope.deskId, [contactId])
  })
}

const offeredToNobody = ({ deskId }: DeskScope): SqlPart => sql`
  g.desk_id = ${deskId}::int AND g.state <> 'closed' AND g.offered_to IS NOT NULL AND NOT EXISTS (
    SELECT FROM operator_presence p WHERE p.desk_id = g.desk_id AND p.account_id = g.offered_to AND p.state <> 'off'
      AND p.seen_at > clock_timestamp() - make_interval(secs => ${goneAfterSeconds}::int))`
