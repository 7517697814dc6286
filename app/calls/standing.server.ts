import type { Claimant } from '#app/claims/claim-kind.ts'
import { inScopeSql } from '#app/core/scope.server.ts'
import { type SqlPart, sql } from '#app/core/sql.ts'
import type { Standing } from './call-details.ts'

/** Whether there is a next home for this caller after the one they have open: campaign `c`, home `g`. */
export const standingSql = ({ accountId }: Claimant): SqlPart => sql`CASE
  WHEN c.state = 'paused' THEN 'paused'
  WHEN c.state <> 'running' THEN 'closed'
  WHEN EXISTS (SELECT FROM campaign_caller k WHERE k.corporation_id = g.corporation_id AND k.campaign_id = g.campaign_id
    AND k.account_id = ${accountId}::uuid AND k.left_at IS NOT NULL) THEN 'left'
  ELSE 'calling' END`

export async function readStanding(caller: Claimant, targetId: string): Promise<Standing> {
  const [row] = await inScopeSql(caller, (tx) =>
    tx.sql<{ standing: Standing }>(sql`
      SELECT ${standingSql(caller)} AS standing FROM target g
      JOIN campaign c ON c.corporation_id = g.corporation_id AND c.id = g.campaign_id
      WHERE g.corporation_id = ${caller.corporationId}::int AND g.id = ${targetId}::uuid`),
  )
  return row?.standing ?? 'calling'
}
