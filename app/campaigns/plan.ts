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
  /** The day when it goes a quarter faster or slower, and whose pace that is. Null with `finishOn`. */
  finishBetween: { first: string; last: string } | null
  pace: Pace
}

/** `assumed`: so much a day of each caller, as nobody has called enough yet to see it. */
type Pace = 'this-campaign' | 'assumed'
const uncertainty = 1.25

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
    ...finishOf(input, hoursNeeded),
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

type Finish = Pick<Plan, 'finishOn' | 'finishBetween' | 'pace'>

function finishOf(input: PlanInput, hoursNeeded: number): Finish {
  const { today } = input
  const { days, pace } = callingDaysNeeded(input, hoursNeeded)
  if (input.toDo === 0) return { finishOn: today, finishBetween: { first: today, last: today }, pace }
  if (Math.ceil(days) > longestDays) return { finishOn: null, finishBetween: null, pace }
  const dayOf = (ahead: number) => callingDayAhead(input, Math.ceil(ahead))
  return {
    finishOn: dayOf(days),
    finishBetween: { first: dayOf(days / uncertainty), last: dayOf(days * uncertainty) },
    pace,
  }
}

/** Infinite when nobody calls. */
function callingDaysNeeded(input: PlanInput, hoursNeeded: number): { days: number; pace: Pace } {
  const callers = input.hoursOffered.length
  const daysSoFar = input.startedOn ? callingDaysUntil(input, input.startedOn) : 0
  const isMeasured = input.reached >= enoughReached && daysSoFar > 0
  const pace = isMeasured ? 'this-campaign' : 'assumed'
  if (callers === 0) return { days: Number.POSITIVE_INFINITY, pace }
  if (isMeasured) return { days: input.toDo / (input.finished / daysSoFar), pace }
  return { days: hoursNeeded / (callers * assumed.hoursPerCallerPerDay), pace }
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
