import type { TargetState } from '#app/campaigns/target.ts'
import type { CorporationScope } from '#app/core/scope.server.ts'
import { type SqlPart, type SqlRunner, sql } from '#app/core/sql.ts'

type Held = CorporationScope & { accountId: string }

/** Why somebody cannot go on with a home; `by` is the colleague who has it now. */
export type NotHeld = {
  ok: false
  reason: 'not-found' | 'held-by-another' | 'already-finished' | 'not-claimed'
  by: string | null
}

type Standing = { state: TargetState; by: string | null; isMine: boolean }

/**
 * Target `g` is in the hands of this colleague, or lies as they left it while nobody took it and they still call in the
 * round. Who was taken off the round may finish the call they are in, and opens no home after it.
 */
export const inHandsOf = (accountId: string): SqlPart => sql`(g.holder = ${accountId}::uuid AND (g.claimed_by = g.holder
  OR g.claimed_by IS NULL AND EXISTS (SELECT FROM campaign_caller k WHERE k.corporation_id = g.corporation_id
    AND k.campaign_id = g.campaign_id AND k.account_id = ${accountId}::uuid AND k.left_at IS NULL)))`

/** After a write that found no row: what stands in its way. */
export async function whyNotClaimed(
  tx: SqlRunner,
  { corporationId, accountId }: Held,
  targetId: string,
): Promise<NotHeld> {
  const [standing] = await tx.sql<Standing>(sql`
    SELECT g.state, a.name AS by, g.claimed_by IS NOT DISTINCT FROM ${accountId}::uuid AS "isMine"
    FROM target g LEFT JOIN account a ON a.id = g.claimed_by AND g.lease_until > clock_timestamp()
    WHERE g.corporation_id = ${corporationId}::int AND g.id = ${targetId}::uuid`)
  if (!standing) return { ok: false, reason: 'not-found', by: null }
  if (['reached', 'declined', 'unreachable', 'withdrawn'].includes(standing.state))
    return { ok: false, reason: 'already-finished', by: null }
  if (standing.by && !standing.isMine) return { ok: false, reason: 'held-by-another', by: standing.by }
  return { ok: false, reason: 'not-claimed', by: null }
}
