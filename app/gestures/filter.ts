import { type CountsOf, type FilterOf, listFilter } from '#app/lists/list-filter.ts'
import { gestureKinds, gestureStates } from './gesture.ts'

/** The columns that it can be sorted by. */
export const gestureSortColumns = ['tenant', 'price', 'campaign', 'asked'] as const

/** The list of cards and flowers. */
export const gestureList = listFilter('/gestures', {
  perPage: 100,
  parts: {
    state: { values: gestureStates, initial: 'requested' },
    kind: { values: ['any', ...gestureKinds], initial: 'any' },
  },
  columns: gestureSortColumns,
})

type Choices = (typeof gestureList)['parts']
export type GestureFilter = FilterOf<Choices>
export type GestureCounts = CountsOf<Choices>
