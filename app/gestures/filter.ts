import { choiceOf, filterAddress, pageOf } from '#app/lists/query-choice.ts'
import { type GestureKind, type GestureState, gestureKinds, gestureStates } from './gesture.ts'

export const perPage = 100

/** What the list shows: every part stands in the address. */
export type GestureFilter = { state: GestureState; kind: 'any' | GestureKind; page: number }

export type GestureCounts = {
  state: Record<GestureState, number>
  kind: Record<'any' | GestureKind, number>
  total: number
}

const defaults: GestureFilter = { state: 'requested', kind: 'any', page: 1 }

/** Anything odd in the address falls back to the usual. */
export const readFilter = (asked: URLSearchParams): GestureFilter => ({
  state: choiceOf(asked.get('state'), gestureStates, defaults.state),
  kind: choiceOf(asked.get('kind'), ['any', ...gestureKinds], defaults.kind),
  page: pageOf(asked.get('page')),
})

/** The address of the list with one part changed; a changed part begins at the first page. */
export const filterLink = (filter: GestureFilter, change: Partial<GestureFilter>) =>
  filterAddress('/gestures', { ...filter, page: 1, ...change }, defaults)
