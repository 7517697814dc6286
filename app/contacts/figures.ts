import type { Channel, ContactEnding, ContactState, WayToFallAway } from './contact.ts'

/** What is known of a contact to count it. */
export type Counted = {
  channel: Channel
  state: ContactState
  outcome: ContactEnding | null
  fellAway: WayToFallAway | null
  arrivedAt: Date
  /** Of an earlier call of the same person when they rang again. */
  waitingSince: Date
  answeredAt: Date | null
  endedAt: Date | null
  dueAt: Date | null
}

/** Somebody who hangs up this soon did not wait for anybody: they dialled wrong, or changed their mind. */
export const hungUpAtOnceMs = 5_000
export const answeredInTimeMs = 30_000

export const figureKeys = [
  'contacts',
  'calls',
  'answered',
  'answered-in-time',
  'missed',
  'hung-up-at-once',
  'waiting',
  'overdue',
] as const
export type FigureKey = (typeof figureKeys)[number]

export type Figures = Record<FigureKey, number> & {
  /** Calls that somebody could have answered by now: of these so many were answered in time. */
  ended: number
  longestWaitMs: number
}

/** Who rang, waited, and rang again is one person who waited: the call before counts in nothing. */
const isCounted = ({ outcome, answeredAt }: Counted) => outcome !== 'rang-again' || answeredAt !== null
const isCall = (one: Counted) => one.channel === 'phone' && isCounted(one)
const isLost = (one: Counted) => isCall(one) && one.fellAway === 'abandoned' && one.answeredAt === null
const isHungUpAtOnce = (one: Counted) =>
  isLost(one) && one.endedAt !== null && one.endedAt.getTime() - waitsSince(one) <= hungUpAtOnceMs

const waitsSince = ({ arrivedAt, waitingSince }: Counted) => Math.min(arrivedAt.getTime(), waitingSince.getTime())

/**
 * How long somebody on the telephone waited until they were answered or hung up, up to `now` when they still wait; over all
 * their calls when they rang again. Null for who hung up at once and for what was no call.
 */
export function waitOf(one: Counted, now: Date): number | null {
  if (!isCall(one) || isHungUpAtOnce(one)) return null
  const until = one.answeredAt ?? (isLost(one) ? (one.endedAt ?? now) : one.state === 'waiting' ? now : null)
  return until && Math.max(0, until.getTime() - waitsSince(one))
}

/** What each figure counts: the rows that it opens. */
const counts: Record<FigureKey, (one: Counted, now: Date) => boolean> = {
  contacts: isCounted,
  calls: isCall,
  answered: (one) => isCall(one) && one.answeredAt !== null,
  'answered-in-time': (one, now) => counts.answered(one, now) && (waitOf(one, now) ?? 0) <= answeredInTimeMs,
  /** Also who was rung back later, and who could not be, with a number withheld. */
  missed: (one) => isLost(one) && !isHungUpAtOnce(one),
  'hung-up-at-once': isHungUpAtOnce,
  waiting: ({ state }) => state === 'waiting',
  overdue: ({ state, dueAt }, now) => state === 'call-back' && dueAt !== null && dueAt < now,
}

export const countsIn = (one: Counted, figure: FigureKey, now: Date): boolean => counts[figure](one, now)

/** The figures of these contacts: the same on the page of the morning, on the wall and in a file. */
export function figuresOf(contacts: readonly Counted[], now: Date): Figures {
  const numberIn = (figure: FigureKey) => contacts.filter((one) => countsIn(one, figure, now)).length
  const figures = Object.fromEntries(figureKeys.map((key) => [key, numberIn(key)])) as Record<FigureKey, number>
  const waits = contacts.map((one) => waitOf(one, now) ?? 0)
  return {
    ...figures,
    ended: figures.answered + figures.missed,
    longestWaitMs: waits.reduce((longest, wait) => Math.max(longest, wait), 0),
  }
}
