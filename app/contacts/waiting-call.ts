import type { Urgency } from './contact.ts'
import type { ShownPresence } from './presence.ts'
import type { QueueOperator, QueueRow } from './queue-row.ts'
import { isIn, isWaiting, type Onlooker } from './queue-views.ts'

/** Who waits at this moment, as the title, the sound and a notice say it: no word about who it is. */
export type WaitingCall = {
  count: number
  /** The most urgent of them, lower is more; null when nobody waits. */
  urgency: Urgency | null
  /** Since when the longest waits, in milliseconds; null when nobody does. */
  since: number | null
}

/** Whoever waits to be helped by anybody, and what the onlooker themselves must do now. */
export function waitingCall(rows: readonly QueueRow[], who: Onlooker): WaitingCall {
  const calling = rows.filter((row) => isWaiting(row) || isIn('needs-me', row, who))
  if (calling.length === 0) return { count: 0, urgency: null, since: null }
  const since = ({ dueAt, waitingSince }: QueueRow) => Date.parse(dueAt ?? waitingSince)
  return {
    count: calling.length,
    urgency: Math.min(...calling.map(({ urgency }) => urgency)) as Urgency,
    since: Math.min(...calling.map(since)),
  }
}

/** What an operator does now, as colleagues see it. */
export const presenceOf = (operators: readonly QueueOperator[], accountId: string): ShownPresence =>
  operators.find((operator) => operator.accountId === accountId)?.presence ?? 'off'

/** Somebody is on the line while nobody can take them; who is to be rung back is not. */
export const isNobodyFree = (rows: readonly QueueRow[], operators: readonly QueueOperator[]): boolean =>
  rows.some(isWaiting) && !operators.some(({ presence }) => presence === 'free')

const mark = /^\(\d+\) \d+(?::\d\d)+ /

/** The title of a tab with who waits before it; without when nobody does. `clock` is how long, as `0:42`. */
export const titleWith = (title: string, { count }: WaitingCall, clock: string): string => {
  const plain = title.replace(mark, '')
  return count === 0 ? plain : `(${count}) ${clock} ${plain}`
}
