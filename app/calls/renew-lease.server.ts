import type { Actor } from '#app/accounts/authorize.server.ts'
import { stillToDo } from '#app/campaigns/still-to-do.ts'
import { inScopeSql } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import { inHandsOf, type NotHeld, whyNotClaimed } from './claim-conflict.server.ts'

export type LeaseRenewed = { ok: true; leaseUntil: Date } | NotHeld

/**
 * The open form keeps hold of its home. A laptop that was closed for an hour gets it back when nobody took it since.
 */
export async function renewLease(actor: Actor, targetId: string, fence: number): Promise<LeaseRenewed> {
  try {
    return await inScopeSql(actor, async (tx): Promise<LeaseRenewed> => {
      const [renewed] = await tx.sql<{ leaseUntil: Date }>(sql`
        UPDATE target g SET claimed_by = ${actor.accountId}::uuid,
          lease_until = clock_timestamp() + make_interval(mins => (c.policy ->> 'leaseMinutes')::int)
        FROM campaign c
        WHERE g.corporation_id = ${actor.corporationId}::int AND g.id = ${targetId}::uuid AND g.fence = ${fence}::int AND ${inHandsOf(actor.accountId)}
          AND g.state IN ${stillToDo} AND c.corporation_id = g.corporation_id AND c.id = g.campaign_id
        RETURNING g.lease_until AS "leaseUntil"`)
      return renewed ? { ok: true, leaseUntil: renewed.leaseUntil } : whyNotClaimed(tx, actor, targetId)
    })
  } catch (error) {
    // They took another home meanwhile, or somebody is ringing this one in another round.
    if ((error as { code?: string }).code === '23505') return { ok: false, reason: 'not-claimed', by: null }
    throw error
  }
}
