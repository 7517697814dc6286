import { type SqlRunner, sql } from '#app/core/sql.ts'
import { type Claimable, type Claimant, isClaimed, rowOf } from './claim-kind.ts'

/** Why somebody cannot go on with a row; `by` is the name of the colleague who has it now. */
export type NotClaimed = {
  ok: false
  reason: 'not-found' | 'claimed-by-other' | 'already-finished' | 'not-claimed'
  by: string | null
}

type Standing = { isOpen: boolean; by: string | null }

/** After a write that found no row: what stands in its way. */
export async function whyNotClaimed(tx: SqlRunner, claimant: Claimant, row: Claimable): Promise<NotClaimed> {
  const { states, claimantName } = row.kind
  const [standing] = await tx.sql<Standing>(sql`
    SELECT g.state IN ${states} AS "isOpen",
      CASE WHEN ${isClaimed} AND g.claimed_by <> ${claimant.accountId}::uuid THEN ${claimantName} END AS by
    FROM ${rowOf(claimant, row)}`)
  if (!standing) return { ok: false, reason: 'not-found', by: null }
  if (!standing.isOpen) return { ok: false, reason: 'already-finished', by: null }
  if (standing.by) return { ok: false, reason: 'claimed-by-other', by: standing.by }
  return { ok: false, reason: 'not-claimed', by: null }
}
