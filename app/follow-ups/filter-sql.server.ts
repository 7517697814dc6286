import type { Actor } from '#app/accounts/authorize.server.ts'
import { joinSql, rawSql, type SqlPart, sql } from '#app/core/sql.ts'
import { sundayOf } from './due.ts'
import type { FollowUpFilter } from './filter.ts'
import { dueGroups, followUpKinds, followUpStates } from './follow-up.ts'

type Part = 'who' | 'state' | 'due' | 'kind'
const parts: Part[] = ['who', 'state', 'due', 'kind']

const values: Record<Part, readonly string[]> = {
  who: ['mine', 'everyone'],
  state: followUpStates,
  due: ['any', ...dueGroups],
  kind: ['any', ...followUpKinds],
}

type Context = { actor: Actor; today: string }

/** Every part of the filter, on `follow_up r`. */
export const filterSql = (context: Context, filter: FollowUpFilter): SqlPart =>
  joinSql(
    parts.map((part) => condition(context, part, filter[part])),
    ' AND ',
  )

/** One count for each value of each part, the other parts of the filter standing; column "part.value". */
export function countColumns(context: Context, filter: FollowUpFilter): SqlPart {
  const columns = parts.flatMap((part) =>
    values[part].map((value) => {
      const open = part === 'state' && value !== 'open' ? { ...filter, due: 'any' as const } : filter
      const others = parts.filter((other) => other !== part).map((other) => condition(context, other, open[other]))
      const all = joinSql([...others, condition(context, part, value)], ' AND ')
      return sql`count(*) FILTER (WHERE ${all})::int AS ${rawSql(`"${part}.${value}"`)}`
    }),
  )
  return joinSql(columns, ', ')
}

function condition({ actor, today }: Context, part: Part, value: string): SqlPart {
  if (part === 'who') return value === 'mine' ? sql`r.owner_id = ${actor.accountId}::uuid` : sql`true`
  if (part === 'state') return sql`r.state = ${value}`
  if (value === 'any') return sql`true`
  return part === 'kind' ? sql`r.kind = ${value}` : dueCondition(value, today)
}

function dueCondition(group: string, today: string): SqlPart {
  switch (group) {
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
