import { liveCampaigns } from '#app/campaigns/campaign-steps.ts'
import { type SqlPart, sql } from '#app/core/sql.ts'

type Whose = { caller: SqlPart; runsRounds: SqlPart }

/**
 * Home `g` may be opened by somebody when they ring back: it is on a list that runs or is paused, in whose team they call, and is
 * not their own home or a neighbour's. Whoever runs the rounds may open any.
 */
export const mayOpenHome = ({ caller, runsRounds }: Whose): SqlPart => sql`EXISTS (
    SELECT FROM campaign o
    LEFT JOIN campaign_caller k ON k.corporation_id = o.corporation_id AND k.campaign_id = o.id AND k.account_id = ${caller} AND k.left_at IS NULL
    WHERE o.corporation_id = g.corporation_id AND o.id = g.campaign_id AND o.state IN ${liveCampaigns}
      AND (k.account_id IS NOT NULL OR ${runsRounds}))
  AND NOT EXISTS (
    SELECT FROM membership m
    JOIN home mine ON mine.corporation_id = m.corporation_id AND mine.number = m.own_home_number
    JOIN home there ON there.corporation_id = m.corporation_id AND there.id = g.home_id
    WHERE m.corporation_id = g.corporation_id AND m.account_id = ${caller} AND (there.id = mine.id OR there.complex = mine.complex))`
