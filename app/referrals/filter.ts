import { choiceOf, filterAddress, pageOf } from '#app/lists/query-choice.ts'
import { type ReferralState, referralStates } from './referral.ts'

export const perPage = 50

export const attentions = ['any', 'ask', 'tell'] as const
export type Attention = (typeof attentions)[number]

/** `ask`: a week without news; `tell`: the tenant should hear. Every part stands in the address. */
export type ReferralFilter = {
  who: 'mine' | 'everyone'
  state: 'running' | ReferralState
  attention: Attention
  page: number
}

export type ReferralCounts = {
  who: Record<'mine' | 'everyone', number>
  state: Record<'running' | ReferralState, number>
  attention: Record<Attention, number>
  total: number
}

const defaults: ReferralFilter = { who: 'everyone', state: 'running', attention: 'any', page: 1 }

/** Anything odd in the address falls back to the usual. Who may only see their own sees their own. */
export const readFilter = (asked: URLSearchParams, seesAll: boolean): ReferralFilter => ({
  who: seesAll ? choiceOf(asked.get('who'), ['mine', 'everyone'], defaults.who) : 'mine',
  state: choiceOf(asked.get('state'), ['running', ...referralStates], defaults.state),
  attention: choiceOf(asked.get('attention'), attentions, defaults.attention),
  page: pageOf(asked.get('page')),
})

/** The address of the list with one part changed; a changed part begins at the first page. */
export const filterLink = (filter: ReferralFilter, change: Partial<ReferralFilter>) =>
  filterAddress('/referrals', { ...filter, page: 1, ...change }, defaults)
