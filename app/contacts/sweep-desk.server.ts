import { sweepLapsed } from '#app/claims/sweep-lapsed.server.ts'
import { publishContacts } from '#app/core/live.server.ts'
import { type DeskScope, inScopeSql } from '#app/core/scope.server.ts'
import { type SqlRunner, sql } from '#app/core/sql.ts'
import { noteSweep } from '#app/desks/sweeps.server.ts'
import { contactClaims } from './contact-claims.ts'
import { expireOffers } from './expire-offers.server.ts'
import { goneAfterSeconds } from './presence.ts'
import { releaseEnded } from './release-ended.server.ts'

/** How many went back to the queue, got an owner, are offered to nobody any more, and are of a contract that ended. */
export type DeskSwept = { lapsed: number; given: number; expired: number; ended: number }

/**
 * What nobody's click brings about: a contact whose operator is gone goes back to the queue, who is to be rung back has an
 * owner as soon as somebody is there, and nothing waits for a colleague who is gone. By the worker, or by a web process
 * while that is silent; one process at a time, null when another is at it.
 */
export async function sweepDesk(
  scope: DeskScope,
  how: { by: 'worker' | 'web' } = { by: 'worker' },
): Promise<DeskSwept | null> {
  const swept = await sweepClaims(scope, how)
  return swept && { ...swept, expired: await expireOffers(scope), ended: await releaseEnded(scope) }
}

function sweepClaims(scope: DeskScope, { by }: { by: 'worker' | 'web' }) {
  return inScopeSql(scope, async (tx) => {
    const [lock] = await tx.sql<{ isOurs: boolean }>(
      sql`SELECT pg_try_advisory_xact_lock(hashtext('sweep-desk'), ${scope.deskId}::int) AS "isOurs"`,
    )
    if (!lock?.isOurs) return null
    if (by === 'worker') await noteSweep(tx, scope.deskId)
    return { lapsed: await sweepLapsed(tx, scope, contactClaims), given: await giveOwners(tx, scope) }
  })
}

const mostAtOnce = 50

/** To whoever is there and has fewest. */
async function giveOwners(tx: SqlRunner, { deskId }: DeskScope): Promise<number> {
  const given = await tx.sql<{ id: string }>(sql`
    WITH alone AS (
      SELECT corporation_id, id, row_number() OVER (ORDER BY turn_at, id) AS place FROM desk_contact
      WHERE desk_id = ${deskId}::int AND state = 'call-back' AND owner_id IS NULL AND claimed_by IS NULL
      ORDER BY turn_at, id LIMIT ${mostAtOnce}::int
    ), there AS (
      SELECT p.account_id, row_number() OVER (ORDER BY count(g.id), p.account_id) AS place, count(*) OVER () AS people
      FROM operator_presence p
      JOIN desk_member m ON m.desk_id = p.desk_id AND m.account_id = p.account_id AND m.ended_at IS NULL
      LEFT JOIN desk_contact g ON g.desk_id = p.desk_id AND g.owner_id = p.account_id AND g.state = 'call-back'
      WHERE p.desk_id = ${deskId}::int AND p.state = 'free' AND p.seen_at > clock_timestamp() - make_interval(secs => ${goneAfterSeconds}::int)
      GROUP BY p.account_id
    )
    UPDATE desk_contact g SET owner_id = there.account_id
    FROM alone JOIN there ON there.place = 1 + (alone.place - 1) % there.people
    WHERE g.corporation_id = alone.corporation_id AND g.id = alone.id AND g.owner_id IS NULL AND g.state = 'call-back'
    RETURNING g.id`)
  await publishContacts(
    tx,
    deskId,
    given.map(({ id }) => id),
  )
  return given.length
}
