import { rawSql, type SqlPart, sql } from '#app/core/sql.ts'
import { asksNotToBeRung, hasDied, hasMoved, isListed } from '#app/tenants/contact-rule.ts'
import { hasWorkingNumber, struckNumbers } from '#app/tenants/phone-numbers.ts'
import type { Criteria } from './criteria.ts'
import { criteriaToSql, joinsOf } from './criteria-to-sql.ts'
import { defaultRestDays, rankOf } from './exclusions.ts'
import type { Asking } from './field.ts'
import { startOfDaysAgo } from './fields/call-fields.ts'

/** `campaignId`: the campaign the list is for, so that its own homes do not stand in its way. `restDays` 0 is no rest. */
export type Selecting = Asking & { criteria: Criteria; campaignId?: string | null; restDays?: number }

/**
 * One row a matched tenant; who is no longer on the list is nobody's tenant, and not among them. Columns: tenant_id, home_id, unit (the home, or the tenant without one), birth_on and reason (see
 * `rankOf`). Set-based throughout: strikes and other campaigns are gathered once and joined, never looked up row by row.
 */
export function matchedTenants(selecting: Selecting): SqlPart {
  const { criteria, corporationId } = selecting
  return sql`
    SELECT t.id AS tenant_id, t.home_id, coalesce(t.home_id, t.id) AS unit, t.birth_on, ${reason(selecting)} AS reason
    FROM tenant t${joinsOf(criteria)}
    LEFT JOIN (${struckNumbers(corporationId)}) struck ON struck.tenant_id = t.id
    LEFT JOIN (${homesOnOtherCampaigns(selecting)}) busy ON busy.home_id = t.home_id
    WHERE t.corporation_id = ${corporationId}::int AND ${isListed} AND ${criteriaToSql(criteria, selecting)}`
}

function reason(selecting: Selecting): SqlPart {
  const { today, restDays = defaultRestDays } = selecting
  const since = restDays > 0 ? sql`t.last_spoken_at >= ${startOfDaysAgo(selecting, restDays)}::timestamptz` : sql`FALSE`
  return sql`CASE
      WHEN ${hasMoved(today)} THEN ${rank('moved-out')}
      WHEN ${hasDied} THEN ${rank('deceased')}
      WHEN ${asksNotToBeRung} THEN ${rank('do-not-call')}
      WHEN NOT ${hasWorkingNumber} THEN ${rank('no-number')}
      WHEN busy.home_id IS NOT NULL THEN ${rank('other-campaign')}
      WHEN ${since} THEN ${rank('rest-period')}
      WHEN t.home_id IS NULL THEN ${rank('no-home')}
      ELSE 0 END`
}

const rank = (reason: Parameters<typeof rankOf>[0]) => rawSql(String(rankOf(reason)))

const homesOnOtherCampaigns = ({ corporationId, campaignId }: Selecting) => sql`
      SELECT DISTINCT g.home_id FROM campaign k
      JOIN target g ON g.corporation_id = k.corporation_id AND g.campaign_id = k.id
      WHERE k.corporation_id = ${corporationId}::int AND k.state IN ('running', 'paused')
        AND g.state IN ('open', 'retry', 'appointment')${campaignId ? sql` AND k.id <> ${campaignId}::uuid` : sql``}`
