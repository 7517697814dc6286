import { type CountsOf, type FilterOf, listFilter } from '#app/lists/list-filter.ts'
import { dueGroups, followUpKinds, followUpStates } from './follow-up.ts'

/** The list of promises. Who may only see their own is held to `who=mine`; one that is closed has no day it is due. */
export const followUpList = listFilter('/follow-ups', {
  perPage: 50,
  parts: {
    who: { values: ['mine', 'everyone'], initial: 'everyone' },
    due: { values: ['any', ...dueGroups], initial: 'any' },
    kind: { values: ['any', ...followUpKinds], initial: 'any' },
    state: { values: followUpStates, initial: 'open' },
  },
  settle: (filter) => (filter.state === 'open' ? filter : { ...filter, due: 'any' }),
})

type Choices = (typeof followUpList)['parts']
export type FollowUpFilter = FilterOf<Choices>
export type FollowUpCounts = CountsOf<Choices>
