import { z } from 'zod'
import { searchCodeOf } from '#app/lists/query-choice.ts'
import { sortOrderOf } from '#app/lists/sort-order.ts'
import { isFinal, targetStates } from './target.ts'

/** Why a home that is still to do cannot be called now; the counts stand on the page of progress. */
export const blockedFilters = ['with-caller', 'waiting', 'appointment', 'no-caller', 'paused', 'draft'] as const

export const targetsPerPage = 50

/** The choices above the list of addresses; `to-do` is all that is not finished. */
export const targetFilterStates = ['all', 'to-do', ...targetStates] as const
export type TargetFilterState = (typeof targetFilterStates)[number]

/** The columns of the list that it can be sorted by. */
export const targetSortColumns = ['who', 'address', 'caller', 'last', 'next'] as const

const filterSchema = z.object({
  state: z.enum(targetFilterStates).catch('all'),
  /** An account, or `pool` for what is nobody's. */
  caller: z
    .union([z.uuid(), z.literal('pool')])
    .optional()
    .catch(undefined),
  /** As the list of tenants calls it; '' is every one. */
  complex: z.string().max(200).catch(''),
  blocked: z.enum(blockedFilters).optional().catch(undefined),
  /** The code of what somebody looks for; '' is everything. */
  search: z.string().catch('').transform(searchCodeOf),
  sort: z
    .string()
    .catch('')
    .transform((text): string => sortOrderOf(text, targetSortColumns) ?? ''),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
})

export type TargetFilter = z.infer<typeof filterSchema>

/** Anything odd in the address falls back to its initial value. */
export const readTargetFilter = (parameters: URLSearchParams): TargetFilter =>
  filterSchema.parse(Object.fromEntries(parameters))

/** The query of the list with one part changed; a changed part begins at the first page. */
export function targetFilterLink(filter: TargetFilter, change: Partial<TargetFilter>): string {
  const next = { ...filter, page: 1, ...change }
  const query = new URLSearchParams()
  if (next.state !== 'all') query.set('state', next.state)
  if (next.caller) query.set('caller', next.caller)
  if (next.complex) query.set('complex', next.complex)
  if (next.blocked) query.set('blocked', next.blocked)
  if (next.search) query.set('search', next.search)
  if (next.sort) query.set('sort', next.sort)
  if (next.page > 1) query.set('page', String(next.page))
  return `?${query}`
}

/** How many of what the list shows are still to be called. */
export function openCount({ state }: TargetFilter, counts: Record<TargetFilterState, number>): number {
  if (state === 'all' || state === 'to-do') return counts['to-do']
  return isFinal(state) ? 0 : counts[state]
}

/** How many choices above the list are not the initial ones. */
export const chosenParts = ({ state, caller, complex }: TargetFilter): number =>
  [state !== 'all', caller, complex].filter(Boolean).length
