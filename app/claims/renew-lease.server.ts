import { inScopeSql } from '#app/core/scope.server.ts'
import { rawSql, sql } from '#app/core/sql.ts'
import { conflictOf } from './claim.server.ts'
import { type Claim, type Claimant, inHandsOf } from './claim-kind.ts'
import { type NotClaimed, whyNotClaimed } from './why-not-claimed.server.ts'

type LeaseRenewed = { ok: true; leaseUntil: Date } | NotClaimed

/** The open form keeps hold of its row. A laptop that was closed for an hour gets it back when nobody took it since. */
export async function renewLease(claimant: Claimant, claim: Claim): Promise<LeaseRenewed> {
  const { kind, id, fence } = claim
  try {
    return await inScopeSql(claimant, async (tx): Promise<LeaseRenewed> => {
      const [renewed] = await tx.sql<{ leaseUntil: Date }>(sql`
        UPDATE ${rawSql(kind.table)} g SET claimed_by = ${claimant.accountId}::uuid, lease_until = clock_timestamp() + ${kind.lease}
        WHERE g.corporation_id = ${claimant.corporationId}::int AND g.id = ${id}::uuid AND g.fence = ${fence}::int
          AND ${inHandsOf(claimant, kind)} AND g.state IN ${kind.states}
        RETURNING g.lease_until AS "leaseUntil"`)
      return renewed ? { ok: true, leaseUntil: renewed.leaseUntil } : whyNotClaimed(tx, claimant, claim)
    })
  } catch (error) {
    // They took another row meanwhile, or this one may not be claimed beside another.
    if (conflictOf(error, kind.table) !== null) return { ok: false, reason: 'not-claimed', by: null }
    throw error
  }
}
