import { nextCallingMoment } from '#app/campaigns/calling-hours.ts'
import type { Policy } from '#app/campaigns/calling-policy.ts'
import { isFinal, type TargetState, type WithdrawnReason } from '#app/campaigns/target.ts'
import { type Outcome, outcomeRule } from '#app/conversations/outcomes.ts'
import { nextAttemptAfterBusyAt, nextAttemptAt } from './retry-policy.ts'

export type TargetNow = {
  state: TargetState
  attemptCount: number
  assignedTo: string | null
  nextAt: Date | null
  appointmentWith: string | null
  finishedAt: Date | null
  withdrawnReason: WithdrawnReason | null
}

/** What a caller did with a target. */
export type Tried = {
  outcome: Outcome
  callerId: string
  /** For a promise to ring again: when, and with whom (null is anyone). For a skip: when it may come back. */
  againAt?: Date | null
  againWith?: string | null
  /** Numbers of the tenant that still may be rung, the one that proved wrong not among them. */
  numbersLeft: number
}
type Rules = { policy: Policy; zone: string; now: Date }

/**
 * The target after an outcome. Choices made here:
 * – A number that proved wrong or dead uses up no try: with another number left the home comes back at once to the same
 *   caller, with none left it is unreachable.
 * – A promise to ring again uses up no try either, and is kept even when the tries are spent. Who promised to do it
 *   themselves has the home on their list from then on.
 * – A home that rests for its caller goes to everybody; claimNext keeps it from the same caller for a while.
 */
export function targetAfter(target: TargetNow, tried: Tried, rules: Rules): TargetNow {
  if (isFinal(target.state)) return target
  const { home, usesAttempt } = outcomeRule(tried.outcome)
  const counted = { ...target, attemptCount: target.attemptCount + (usesAttempt ? 1 : 0) }
  switch (home.next) {
    case 'finish':
      return finished(counted, home.as, rules)
    case 'withdraw':
      return { ...finished(counted, 'withdrawn', rules), withdrawnReason: home.because }
    case 'other-number':
      return afterStrike(counted, tried, rules)
    case 'promise':
      return promised(counted, tried, rules)
    case 'pass-on':
      return passedOn(counted, tried, rules)
    case 'retry':
      return unanswered(counted, { ...tried, isSoon: home.when === 'soon' }, rules)
  }
}

function finished(target: TargetNow, state: TargetState, { policy, now }: Rules): TargetNow {
  const attemptCount = Math.min(target.attemptCount, policy.maxAttempts)
  return { ...target, attemptCount, state, nextAt: null, appointmentWith: null, finishedAt: now }
}

function afterStrike(target: TargetNow, { callerId, numbersLeft }: Tried, rules: Rules): TargetNow {
  if (numbersLeft <= 0) return finished(target, 'unreachable', rules)
  return retry({ ...target, assignedTo: callerId }, nextCallingMoment(rules.policy, rules.zone, rules.now))
}

function promised(target: TargetNow, { againAt, againWith }: Tried, { policy, zone, now }: Rules): TargetNow {
  const notBefore = againAt && againAt > now ? againAt : now
  const nextAt = nextCallingMoment(policy, zone, notBefore)
  return {
    ...target,
    state: 'appointment',
    nextAt,
    assignedTo: againWith ?? target.assignedTo,
    appointmentWith: againWith ?? null,
  }
}

function passedOn(target: TargetNow, { againAt }: Tried, { policy, zone, now }: Rules): TargetNow {
  const nextAt =
    againAt && againAt > now ? nextCallingMoment(policy, zone, againAt) : nextCallingMoment(policy, zone, now)
  // A promise stays a promise: it only moves on to whoever is there.
  if (target.state === 'appointment') {
    return { ...target, assignedTo: null, nextAt, appointmentWith: null }
  }
  return { ...retry(target, nextAt), assignedTo: null }
}

function unanswered(target: TargetNow, tried: Tried & { isSoon: boolean }, rules: Rules): TargetNow {
  const { policy, zone, now } = rules
  const { takesMoment, restsForCaller } = outcomeRule(tried.outcome)
  if (target.attemptCount >= policy.maxAttempts) return finished(target, 'unreachable', rules)
  // Whoever did answer may have said when: "mother is back at three".
  if (takesMoment && tried.againAt) return promised(target, tried, rules)
  const nextAt = tried.isSoon ? nextAttemptAfterBusyAt(policy, zone, now) : nextAttemptAt(policy, zone, now)
  return { ...retry(target, nextAt), assignedTo: restsForCaller ? null : target.assignedTo }
}

const retry = (target: TargetNow, nextAt: Date): TargetNow => ({
  ...target,
  state: 'retry',
  nextAt,
  appointmentWith: null,
})
