import { z } from 'zod'
import { type ReferralState, referralStates } from './referral-state.ts'

export const perPage = 50

export const attentions = ['any', 'ask', 'tell'] as const
export type Attention = (typeof attentions)[number]

/** `ask`: a week without news; `tell`: the tenant should hear. Every part stands in the URL. */
const filterSchema = z.object({
  who: z.enum(['mine', 'everyone']).catch('everyone'),
  state: z.enum(['running', ...referralStates]).catch('running'),
  attention: z.enum(attentions).catch('any'),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
})
export type ReferralFilter = z.infer<typeof filterSchema>

export type ReferralCounts = {
  who: Record<'mine' | 'everyone', number>
  state: Record<'running' | ReferralState, number>
  attention: Record<Attention, number>
  total: number
}

/** Anything odd in the address falls back to the usual. Who may only see their own sees their own. */
export function readFilter(parameters: URLSearchParams, seesAll: boolean): ReferralFilter {
  const filter = filterSchema.parse(Object.fromEntries(parameters))
  return seesAll ? filter : { ...filter, who: 'mine' }
}

const usual: ReferralFilter = { who: 'everyone', state: 'running', attention: 'any', page: 1 }

/** The address of the list with one part changed; a changed part begins at the first page. */
export function filterLink(filter: ReferralFilter, change: Partial<ReferralFilter>): string {
  const parts = Object.entries({ ...filter, page: 1, ...change }).filter(
    ([name, value]) => value !== usual[name as keyof ReferralFilter],
  )
  const query = new URLSearchParams(parts.map(([name, value]) => [name, String(value)])).toString()
  return query ? `/referrals?${query}` : '/referrals'
}
