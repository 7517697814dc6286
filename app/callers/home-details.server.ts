import { liveCampaigns } from '#app/campaigns/campaign-steps.ts'
import { stillToDo } from '#app/campaigns/still-to-do.ts'
import type { OpenState } from '#app/campaigns/target.ts'
import { type SqlRunner, sql } from '#app/core/sql.ts'
import { addressColumns } from '#app/tenants/addressee-columns.server.ts'
import { hasDied, hasLeft } from '#app/tenants/contact-rule.ts'
import type { HomeWarning } from '#app/tenants/home-warning.ts'
import { listHomeWarnings } from '#app/tenants/home-warnings.server.ts'
import { type CallerRow, type CallersPlace, callerColumns, callersOf, joinsHome } from './caller-columns.server.ts'
import type { CallerMatch } from './caller-match.ts'
import type { FoundHome } from './search-callers.server.ts'

/** A call round in which this home still has to be rung; never one that asks for arrears or nuisance. */
export type OpenRound = { targetId: string; campaignId: string; name: string; state: OpenState; nextAt: Date | null }
export type HomeDetails = FoundHome & { people: CallerMatch[]; warnings: HomeWarning[]; rounds: OpenRound[] }

const mostPeople = 10

/** A home, who lives there now, what to be warned of and which rounds are open. Null when there is no such home. `today` in the corporation's zone. */
export async function homeDetails(
  tx: SqlRunner,
  place: CallersPlace,
  { homeId, today }: { homeId: string; today: string },
): Promise<HomeDetails | null> {
  const { corporationId } = place
  const [home] = await tx.sql<FoundHome>(sql`
    SELECT h.id, h.complex, ${addressColumns} FROM home h WHERE h.corporation_id = ${corporationId}::int AND h.id = ${homeId}::uuid`)
  if (!home) return null
  const people = await tx.sql<CallerRow>(sql`
    SELECT ${callerColumns(today)}, 0 AS total FROM tenant t ${joinsHome}
    WHERE t.corporation_id = ${corporationId}::int AND t.home_id = ${homeId}::uuid AND NOT ${hasDied} AND NOT ${hasLeft(today)}
    ORDER BY t.birth_on NULLS LAST, t.id LIMIT ${mostPeople}::int`)
  return {
    ...home,
    people: await callersOf(tx, place, people),
    warnings: await listHomeWarnings(tx, place, { homeId, today }),
    rounds: await openRounds(tx, place, homeId),
  }
}

const openRounds = (tx: SqlRunner, { corporationId }: CallersPlace, homeId: string) =>
  tx.sql<OpenRound>(sql`
    SELECT g.id AS "targetId", c.id AS "campaignId", c.name, g.state, g.next_at AS "nextAt"
    FROM target g JOIN campaign c ON c.corporation_id = g.corporation_id AND c.id = g.campaign_id
    WHERE g.corporation_id = ${corporationId}::int AND g.home_id = ${homeId}::uuid AND g.state IN ${stillToDo}
      AND c.state IN ${liveCampaigns} AND NOT c.uses_circumstances
    ORDER BY c.launched_at, c.id`)
