import type { DeskActor } from '#app/accounts/authorize.server.ts'
import { sweepLapsed } from '#app/claims/sweep-lapsed.server.ts'
import { publishPresence } from '#app/core/live.server.ts'
import { inScopeSql } from '#app/core/scope.server.ts'
import { type SqlRunner, sql } from '#app/core/sql.ts'
import { contactClaims } from './contact-claims.ts'
import { isAtWork } from './presence.server.ts'
import { goneAfterSeconds, type PresenceState } from './presence.ts'

/** Whoever goes away from the desk is off, and what they had in hand goes back to the queue; what they typed stays theirs. */
export function leaveDesk(actor: DeskActor): Promise<void> {
  return inScopeSql(actor, async (tx) => {
    await setOff(tx, actor, actor.accountId)
  })
}

/**
 * The same for a colleague whose screen is gone; false when it is there, or they are off already. What they had in hand
 * goes to whoever is next.
 */
export function setGoneOperatorOff(actor: DeskActor, accountId: string): Promise<boolean> {
  return inScopeSql(actor, async (tx) => {
    const found = await tx.sql(sql`
      SELECT 1 FROM operator_presence
      WHERE desk_id = ${actor.deskId}::int AND account_id = ${accountId}::uuid AND state <> 'off'
        AND seen_at < clock_timestamp() - make_interval(secs => ${goneAfterSeconds}::int) FOR NO KEY UPDATE`)
    if (found.length === 0) return false
    await setOff(tx, actor, accountId)
    return true
  })
}

async function setOff(tx: SqlRunner, actor: DeskActor, accountId: string) {
  await tx.sql(sql`
    UPDATE operator_presence SET state = 'off', since = clock_timestamp()
    WHERE desk_id = ${actor.deskId}::int AND account_id = ${accountId}::uuid AND state <> 'off'`)
  await tx.sql(sql`
    UPDATE desk_contact SET lease_until = clock_timestamp() - interval '1 second'
    WHERE desk_id = ${actor.deskId}::int AND claimed_by = ${accountId}::uuid`)
  await sweepLapsed(tx, actor, contactClaims)
  await publishPresence(tx, actor.deskId)
}

/** What they say of themselves; off when they never said, or their screen is gone. */
export function ownPresence(actor: DeskActor): Promise<{ state: PresenceState; isAtWork: boolean }> {
  return inScopeSql(actor, async (tx) => {
    const [row] = await tx.sql<{ state: PresenceState }>(sql`
      SELECT state FROM operator_presence WHERE desk_id = ${actor.deskId}::int AND account_id = ${actor.accountId}::uuid`)
    return { state: row?.state ?? 'off', isAtWork: await isAtWork(tx, actor) }
  })
}
