import type { Actor } from '#app/accounts/authorize.server.ts'
import { type SqlPart, sql } from '#app/core/sql.ts'
import type { FilterCondition } from '#app/lists/filter-counts.ts'
import { sundayOf } from './due-groups.ts'
import type { followUpList } from './filter.ts'

/** What each part of the filter says of `follow_up r`; `today` in the corporation's zone. */
export const followUpCondition =
  (actor: Actor, today: string): FilterCondition<(typeof followUpList)['parts']> =>
  (part, filter) => {
    if (part === 'state') return sql`r.state = ${filter.state}`
    if (part === 'who' && filter.who === 'everyone') return sql`true`
    if (part === 'who') return sql`r.owner_id = ${filter.who === 'mine' ? actor.accountId : filter.who}::uuid`
    if (part === 'kind') return filter.kind === 'any' ? sql`true` : sql`r.kind = ${filter.kind}`
    return dueCondition(filter.due, today)
  }

function dueCondition(group: string, today: string): SqlPart {
  switch (group) {
    case 'any':
      return sql`true`
    case 'late':
      return sql`r.due_on < ${today}::date`
    case 'today':
      return sql`r.due_on = ${today}::date`
    case 'this-week':
      return sql`r.due_on > ${today}::date AND r.due_on <= ${sundayOf(today)}::date`
    default:
      return sql`r.due_on > ${today}::date AND r.due_on > ${sundayOf(today)}::date`
  }
}
