import { leaveOrphanedToAll } from '#app/campaigns/leave-to-all.server.ts'
import { sweepLapsed } from '#app/claims/sweep-lapsed.server.ts'
import { type CorporationScope, inScopeSql } from '#app/core/scope.server.ts'
import { targetClaims } from './target-claims.ts'

/**
 * Gives back the homes whose lease has lapsed, and leaves to everybody what lies with people who no longer work here.
 * Gives how many were given back.
 */
export function sweepLeases(scope: CorporationScope): Promise<number> {
  return inScopeSql(scope, async (tx) => {
    const lapsed = await sweepLapsed(tx, scope, targetClaims)
    await leaveOrphanedToAll(tx, scope)
    return lapsed
  })
}
