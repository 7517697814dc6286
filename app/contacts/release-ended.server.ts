import { sweepLapsed } from '#app/claims/sweep-lapsed.server.ts'
import { type DeskScope, inScopeSql, systemDeskScope } from '#app/core/scope.server.ts'
import { sql } from '#app/core/sql.ts'
import { servedBefore } from '#app/desks/desks.server.ts'
import { contactClaims } from './contact-claims.ts'

// A board that does not know yet would show it as free, and take away the page of whoever still types about it.
const untold = { ...contactClaims, news: { ...contactClaims.news, publish: async () => {} } }

/**
 * Takes out of everybody's hands what is of a corporation that the desk serves no more: nobody sees it to give it back, and
 * whoever has it in hand could take nothing else. Gives how many. It shows nothing of them to anybody.
 */
export async function releaseEnded({ deskId }: Pick<DeskScope, 'deskId'>): Promise<number> {
  const corporationIds = await servedBefore(deskId)
  if (corporationIds.length === 0) return 0
  const scope = { ...systemDeskScope(deskId), corporationIds }
  return inScopeSql(scope, async (tx) => {
    await tx.sql(sql`
      UPDATE desk_contact SET lease_until = clock_timestamp() - interval '1 second'
      WHERE desk_id = ${deskId}::int AND claimed_by IS NOT NULL AND corporation_id = ANY(${corporationIds}::int[])`)
    return sweepLapsed(tx, scope, untold)
  })
}
