import { type CountsOf, type FilterOf, listFilter } from '#app/lists/list-filter.ts'
import { referralStates } from './referral.ts'

/** The columns that it can be sorted by. */
export const referralSortColumns = ['tenant', 'agency', 'owner'] as const

/** The list of referrals. `ask`: a week without news; `tell`: the tenant should hear. Who may only see their own is held to `who=mine`. */
export const referralList = listFilter('/referrals', {
  perPage: 50,
  parts: {
    who: { values: ['mine', 'everyone'], initial: 'everyone' },
    attention: { values: ['any', 'ask', 'tell'], initial: 'any' },
    state: { values: ['running', ...referralStates], initial: 'running' },
  },
  columns: referralSortColumns,
})

type Choices = (typeof referralList)['parts']
export type ReferralFilter = FilterOf<Choices>
export type ReferralCounts = CountsOf<Choices>
