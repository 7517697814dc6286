import { type Urgency, urgencies } from './contact.ts'

const minute = 60_000

/** Within how many minutes somebody whose call fell away is rung back. */
const callBackMinutes: Record<Urgency, number> = {
  [urgencies.danger]: 1,
  [urgencies.urgent]: 2,
  [urgencies.general]: 10,
  [urgencies.chat]: 10,
}

/** After so many minutes somebody who was not reached is rung again, the first time, the second and the third. */
const retryMinutes = [10, 30, 60]
/** Within so many minutes somebody whose connection went while they were helped is rung back, by who helped them. */
const droppedMinutes = 2

/** When to ring again after `tries` times without an answer; null when somebody is to choose what becomes of it. */
export function nextTryAt(tries: number, now: Date): Date | null {
  const minutes = retryMinutes[tries - 1]
  return minutes === undefined ? null : new Date(now.getTime() + minutes * minute)
}

export const droppedDueAt = (now: Date): Date => new Date(now.getTime() + droppedMinutes * minute)

export const callBackDueAt = (urgency: Urgency, fellAwayAt: Date): Date =>
  new Date(fellAwayAt.getTime() + callBackMinutes[urgency] * minute)
