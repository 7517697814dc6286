import { isClaimed } from '#app/claims/claim-kind.ts'
import type { CorporationScope } from '#app/core/scope.server.ts'
import { type SqlPart, type SqlRunner, sql } from '#app/core/sql.ts'
import { stillToDo } from './still-to-do.ts'

/** `homes` without the appointments; `others`: who calls in it besides. `isOnTheLine`: they have a home in hand now. */
export type HeldHomes = {
  campaignId: string
  name: string
  homes: number
  appointments: number
  others: number
  isOnTheLine: boolean
}

/** What lies with somebody in each round that is not closed; also a round in whose team they are with nothing. */
export function listHeldHomes(
  tx: SqlRunner,
  { corporationId }: CorporationScope,
  accountId: string,
): Promise<HeldHomes[]> {
  const isTheirs = liesWith(accountId)
  return tx.sql<HeldHomes>(sql`
    SELECT c.id AS "campaignId", c.name, count(g.id) FILTER (WHERE g.state <> 'appointment' AND ${isTheirs})::int AS homes,
      count(g.id) FILTER (WHERE g.state = 'appointment' AND ${isTheirs})::int AS appointments,
      coalesce(bool_or(${isClaimed} AND g.claimed_by = ${accountId}::uuid), false) AS "isOnTheLine",
      (SELECT count(*)::int FROM campaign_caller k JOIN membership m ON m.corporation_id = k.corporation_id AND m.account_id = k.account_id
        WHERE k.corporation_id = c.corporation_id AND k.campaign_id = c.id AND k.account_id <> ${accountId}::uuid
          AND k.left_at IS NULL AND m.ended_at IS NULL) AS others
    FROM campaign c LEFT JOIN target g ON g.corporation_id = c.corporation_id AND g.campaign_id = c.id AND g.state IN ${stillToDo}
      AND (${isTheirs} OR g.claimed_by = ${accountId}::uuid)
    WHERE c.corporation_id = ${corporationId}::int AND c.state <> 'closed' AND (g.id IS NOT NULL OR EXISTS (
      SELECT FROM campaign_caller k WHERE k.corporation_id = c.corporation_id AND k.campaign_id = c.id
        AND k.account_id = ${accountId}::uuid AND k.left_at IS NULL))
    GROUP BY c.corporation_id, c.id, c.name ORDER BY c.name, c.id`)
}

/** For `target g`: on their list, or promised them by name. */
export const liesWith = (accountId: string): SqlPart =>
  sql`(g.assigned_to = ${accountId}::uuid OR g.appointment_with = ${accountId}::uuid)`
