import { addDays, daysBetween } from '#app/time/clock.ts'
import { openPeriodsOn } from './calling-hours.ts'
import type { Policy } from './calling-policy.ts'
import { assumed } from './plan-assumptions.ts'

type PlannedInput = {
  /** Homes on the list. */
  total: number
  callers: number
  policy: Policy
  zone: string
  /** 'yyyy-mm-dd', the first and the last day of the line. */
  from: string
  until: string
}

/** How many homes should be left at the end of each day when everybody calls at the pace of comparable campaigns. */
export function plannedToDo({
  total,
  callers,
  policy,
  zone,
  from,
  until,
}: PlannedInput): { on: string; toDo: number }[] {
  const hoursPerHome = (assumed.reachedShare * assumed.minutesPerReached) / 60
  const homesPerDay = (callers * assumed.hoursPerCallerPerDay) / hoursPerHome
  let callingDays = 0
  return Array.from({ length: Math.max(0, daysBetween(from, until)) + 1 }, (_, ahead) => {
    const on = addDays(from, ahead)
    if (openPeriodsOn(policy, zone, on).length > 0) callingDays++
    return { on, toDo: Math.max(0, Math.round(total - callingDays * homesPerDay)) }
  })
}
