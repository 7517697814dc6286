import { choiceOf, filterAddress, pageOf } from '#app/lists/query-choice.ts'
import {
  type DueGroup,
  dueGroups,
  type FollowUpKind,
  type FollowUpState,
  followUpKinds,
  followUpStates,
} from './follow-up.ts'

export const perPage = 50

/** What a list shows: every part stands in the address, so that a link brings it back. */
export type FollowUpFilter = {
  who: 'mine' | 'everyone'
  state: FollowUpState
  due: 'any' | DueGroup
  kind: 'any' | FollowUpKind
  page: number
}

export type FilterCounts = {
  who: Record<'mine' | 'everyone', number>
  state: Record<FollowUpFilter['state'], number>
  due: Record<FollowUpFilter['due'], number>
  kind: Record<'any' | FollowUpKind, number>
  /** With all parts of the filter: what the list holds. */
  total: number
}

const defaults: FollowUpFilter = { who: 'everyone', state: 'open', due: 'any', kind: 'any', page: 1 }

/** Anything odd in the address falls back to the usual. Who may only see their own sees their own. */
export function readFilter(asked: URLSearchParams, seesAll: boolean): FollowUpFilter {
  const state = choiceOf(asked.get('state'), followUpStates, defaults.state)
  return {
    who: seesAll ? choiceOf(asked.get('who'), ['mine', 'everyone'], defaults.who) : 'mine',
    state,
    due: state === 'open' ? choiceOf(asked.get('due'), ['any', ...dueGroups], defaults.due) : 'any',
    kind: choiceOf(asked.get('kind'), ['any', ...followUpKinds], defaults.kind),
    page: pageOf(asked.get('page')),
  }
}

/** The address of the list with one part changed. A changed part begins at the first page; a closed one has no due date. */
export function filterLink(filter: FollowUpFilter, change: Partial<FollowUpFilter>): string {
  const next = { ...filter, page: 1, ...change }
  return filterAddress('/follow-ups', next.state === 'open' ? next : { ...next, due: 'any' }, defaults)
}
