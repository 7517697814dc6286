import { countsIn, type FigureKey, figuresOf, waitOf } from '#app/contacts/figures.ts'
import { reasonsFor } from './for-office.ts'
import type { NightContact } from './night-contacts.server.ts'

/** What of a night is shown: all of it, or the contacts behind one figure. */
export const nightViews = [
  'all',
  'calls',
  'answered-in-time',
  'missed',
  'hung-up-at-once',
  'longest',
  'for-office',
] as const
export type NightView = (typeof nightViews)[number]

export const askedView = (asked: string | null): NightView => nightViews.find((view) => view === asked) ?? 'all'

/** The contacts behind a figure, in the order in which they came. */
export function contactsIn(contacts: readonly NightContact[], view: NightView, now: Date): NightContact[] {
  if (view === 'all') return [...contacts]
  if (view === 'for-office') return contacts.filter((one) => reasonsFor(one).length > 0)
  if (view !== 'longest') return contacts.filter((one) => countsIn(one, view satisfies FigureKey, now))
  const { longestWaitMs } = figuresOf(contacts, now)
  return contacts.filter((one) => longestWaitMs > 0 && waitOf(one, now) === longestWaitMs)
}
