import { addDays, dateIn, daysBetween, instantAt } from '#app/time/clock.ts'
import { nextCallingMoment, openPeriodsOn } from './calling-hours.ts'
import type { Policy } from './calling-policy.ts'
import { assumed } from './plan-assumptions.ts'

/** From so many homes reached on, a campaign is measured by itself. */
export const enoughReached = 30
const longestDays = 730

export type PlanInput = {
  /** Homes not finished yet. */
  toDo: number
  reached: number
  /** Finished in whatever way. */
  finished: number
  attempts: number
  /** Minutes between taking a home and saving it, over all attempts. */
  minutesSpent: number
  /** Hours each present caller offered. */
  hoursOffered: readonly number[]
  policy: Policy
  zone: string
  /** 'yyyy-mm-dd' in the corporation's zone. */
  today: string
  /** The day of the first call; null before there was one. */
  startedOn: string | null
}

export type Plan = {
  basedOn: 'this-campaign' | 'comparable-campaigns'
  minutesPerReached: number
  attemptsPerReached: number
  /** 0…1: the part of the homes that will be reached. */
  reachedShare: number
  hoursNeeded: number
  hoursOffered: number
  hoursSpent: number
  /** Hours that nobody has offered yet. */
  hoursShort: number
  /** 'yyyy-mm-dd'; null when nobody is calling. */
  finishOn: string | null
}

/** What is still needed, what is offered, and the day it will be finished at the pace so far. */
export function planOf(input: PlanInput): Plan {
  const measured = measuredBy(input)
  const hoursNeeded = (input.toDo * measured.reachedShare * measured.minutesPerReached) / 60
  const hoursOffered = input.hoursOffered.reduce((total, hours) => total + hours, 0)
  const hoursSpent = input.minutesSpent / 60
  return {
    ...measured,
    hoursNeeded,
    hoursOffered,
    hoursSpent,
    hoursShort: Math.max(0, hoursNeeded - Math.max(0, hoursOffered - hoursSpent)),
    finishOn: finishOn(input, hoursNeeded),
  }
}

function measuredBy({ reached, finished, attempts, minutesSpent }: PlanInput) {
  if (reached < enoughReached) {
    const { minutesPerReached, attemptsPerReached, reachedShare } = assumed
    return { basedOn: 'comparable-campaigns' as const, minutesPerReached, attemptsPerReached, reachedShare }
  }
  return {
    basedOn: 'this-campaign' as const,
    minutesPerReached: minutesSpent / reached,
    attemptsPerReached: attempts / reached,
    reachedShare: reached / Math.max(finished, reached),
  }
}

function finishOn(input: PlanInput, hoursNeeded: number): string | null {
  if (input.toDo === 0) return input.today
  if (input.hoursOffered.length === 0) return null
  const days = Math.ceil(callingDaysNeeded(input, hoursNeeded))
  return days > longestDays ? null : callingDayAhead(input, days)
}

function callingDaysNeeded(input: PlanInput, hoursNeeded: number) {
  const daysSoFar = input.startedOn ? callingDaysUntil(input, input.startedOn) : 0
  if (input.reached >= enoughReached && daysSoFar > 0) return input.toDo / (input.finished / daysSoFar)
  return hoursNeeded / (input.hoursOffered.length * assumed.hoursPerCallerPerDay)
}

/** Calling days from a date up to and including today. */
function callingDaysUntil({ policy, zone, today }: PlanInput, from: string) {
  const dates = Array.from({ length: Math.max(0, daysBetween(from, today)) + 1 }, (_, ahead) => addDays(from, ahead))
  return dates.filter((date) => openPeriodsOn(policy, zone, date).length > 0).length
}

/** The n-th calling day from today on, today being the first when people may be called today. */
function callingDayAhead({ policy, zone, today }: PlanInput, days: number) {
  let date = today
  for (let nth = 1; ; nth++) {
    const moment = nextCallingMoment(policy, zone, instantAt(zone, date, '00:00'))
    date = dateIn(zone, moment)
    if (nth >= days) return date
    date = addDays(date, 1)
  }
}
