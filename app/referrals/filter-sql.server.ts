import type { Actor } from '#app/accounts/authorize.server.ts'
import { joinSql, rawSql, type SqlPart, sql } from '#app/core/sql.ts'
import { attentions, type ReferralFilter } from './filter.ts'
import { referralStates } from './referral.ts'
import { ownReferrals } from './visible-referrals.server.ts'

const parts = ['who', 'state', 'attention'] as const
type Part = (typeof parts)[number]

const values: Record<Part, readonly string[]> = {
  who: ['mine', 'everyone'],
  state: ['running', ...referralStates],
  attention: attentions,
}

type Context = { actor: Actor; today: string }

/** As `mustTell` says it. */
export const toldIsDue = sql`(r.tenant_told_at IS NULL AND (r.state = 'accepted' OR (r.state = 'ended' AND r.ending IS DISTINCT FROM 'helped')))`
/** As `reminderDue` says it. */
export const askingIsDue = (today: string) => sql`(r.state <> 'ended' AND r.remind_on <= ${today}::date)`

/** Every part of the filter, on `referral r`. */
export const filterSql = (context: Context, filter: ReferralFilter): SqlPart =>
  joinSql(
    parts.map((part) => condition(context, part, filter[part], filter)),
    ' AND ',
  )

/** One count for each value of each part, the other parts of the filter standing; column "part.value". */
export function countColumns(context: Context, filter: ReferralFilter): SqlPart {
  const columns = parts.flatMap((part) =>
    values[part].map((value) => {
      const asked = { ...filter, [part]: value } as ReferralFilter
      return sql`count(*) FILTER (WHERE ${filterSql(context, asked)})::int AS ${rawSql(`"${part}.${value}"`)}`
    }),
  )
  return joinSql(columns, ', ')
}

function condition({ actor, today }: Context, part: Part, value: string, filter: ReferralFilter): SqlPart {
  if (part === 'who') return value === 'mine' ? ownReferrals(actor) : sql`true`
  if (part === 'attention') {
    if (value === 'any') return sql`true`
    return value === 'ask' ? askingIsDue(today) : toldIsDue
  }
  if (value !== 'running') return sql`r.state = ${value}`
  // One that has ended still asks for attention while the tenant has not heard of it.
  return filter.attention === 'tell' ? sql`true` : sql`r.state <> 'ended'`
}
