import type { Actor } from '#app/accounts/authorize.server.ts'
import { sql } from '#app/core/sql.ts'
import type { FilterCondition } from '#app/lists/filter-counts.ts'
import type { referralList } from './filter.ts'
import { ownReferrals } from './visible-referrals.server.ts'

/** As `mustTell` says it. */
export const toldIsDue = sql`(r.tenant_told_at IS NULL AND (r.state = 'accepted' OR (r.state = 'ended' AND r.ending IS DISTINCT FROM 'helped')))`
/** As `reminderDue` says it. */
export const askingIsDue = (today: string) => sql`(r.state <> 'ended' AND r.remind_on <= ${today}::date)`

/** What each part of the filter says of `referral r`; `today` in the corporation's zone. */
export const referralCondition =
  (actor: Actor, today: string): FilterCondition<(typeof referralList)['parts']> =>
  (part, { who, attention, state }) => {
    if (part === 'who') return who === 'mine' ? ownReferrals(actor) : sql`true`
    if (part === 'attention') return { any: sql`true`, ask: askingIsDue(today), tell: toldIsDue }[attention]
    if (state !== 'running') return sql`r.state = ${state}`
    // One that has ended still asks for attention while the tenant has not heard of it.
    return attention === 'tell' ? sql`true` : sql`r.state <> 'ended'`
  }
