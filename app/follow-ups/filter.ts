import { type CountsOf, type FilterOf, listFilter } from '#app/lists/list-filter.ts'
import { dueGroups, followUpKinds, followUpStates } from './follow-up.ts'

/** The columns that it can be sorted by. */
export const followUpSortColumns = ['tenant', 'due', 'closed', 'owner'] as const

/** The list of promises. Who may only see their own is held to `who=mine`, who sees all may choose a colleague; one that is closed has no day it is due. */
export const followUpList = listFilter('/follow-ups', {
  perPage: 50,
  parts: {
    who: { values: ['mine', 'everyone'], initial: 'everyone', isAccount: true },
    due: { values: ['any', ...dueGroups], initial: 'any' },
    kind: { values: ['any', ...followUpKinds], initial: 'any' },
    state: { values: followUpStates, initial: 'open' },
  },
  columns: followUpSortColumns,
  settle: (filter) =>
    filter.state === 'open'
      ? { ...filter, sort: filter.sort.endsWith('closed') ? '' : filter.sort }
      : { ...filter, due: 'any', sort: filter.sort.endsWith('due') ? '' : filter.sort },
})

type Choices = (typeof followUpList)['parts']
export type FollowUpFilter = FilterOf<Choices>
export type FollowUpCounts = CountsOf<Choices>
