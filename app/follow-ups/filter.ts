import { z } from 'zod'
import { dueGroups } from './due.ts'
import { followUpStates } from './follow-up-state.ts'
import { type FollowUpKind, followUpKinds } from './schema.ts'

export const perPage = 50

/** What a list shows: every part stands in the URL, so that a link brings it back. */
const filterSchema = z.object({
  who: z.enum(['mine', 'everyone']).catch('everyone'),
  state: z.enum(followUpStates).catch('open'),
  due: z.enum(['any', ...dueGroups]).catch('any'),
  kind: z.enum(['any', ...followUpKinds]).catch('any'),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
})
export type FollowUpFilter = z.infer<typeof filterSchema>

export type FilterCounts = {
  who: Record<'mine' | 'everyone', number>
  state: Record<FollowUpFilter['state'], number>
  due: Record<FollowUpFilter['due'], number>
  kind: Record<'any' | FollowUpKind, number>
  /** With all parts of the filter: what the list holds. */
  total: number
}

/** Anything odd in the address falls back to the usual. Who may only see their own sees their own. */
export function readFilter(parameters: URLSearchParams, seesAll: boolean): FollowUpFilter {
  const filter = filterSchema.parse(Object.fromEntries(parameters))
  if (!seesAll) filter.who = 'mine'
  if (filter.state !== 'open') filter.due = 'any'
  return filter
}

const usual: FollowUpFilter = { who: 'everyone', state: 'open', due: 'any', kind: 'any', page: 1 }

/** The address of the list with one part changed. A changed part begins at the first page; a closed one has no due date. */
export function filterLink(filter: FollowUpFilter, change: Partial<FollowUpFilter>): string {
  const next = { ...filter, page: 1, ...change }
  if (next.state !== 'open') next.due = 'any'
  const parts = Object.entries(next).filter(([name, value]) => value !== usual[name as keyof FollowUpFilter])
  const query = new URLSearchParams(parts.map(([name, value]) => [name, String(value)])).toString()
  return query ? `/follow-ups?${query}` : '/follow-ups'
}
