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
 * – Somebody who is skipped, or speaks another language, goes to everybody; claimNext keeps a skip from the same caller.
 */
export function targetAfter(target: TargetNow, tried: Tried, rules: Rules): TargetNow {
  if (isFinal(target.state)) return target
  const { strikes, usesAttempt, tenantEffect } = outcomeRule(tried.outcome)
  const counted = { ...target, attemptCount: target.attemptCount + (usesAttempt ? 1 : 0) }
  if (tried.outcome === 'spoken') return finished(counted, 'reached', rules)
  if (tried.outcome === 'declined') return finished(counted, 'declined', rules)
  if (tenantEffect === 'moved' || tenantEffect === 'deceased') {
    return { ...finished(counted, 'withdrawn', rules), withdrawnReason: tenantEffect }
  }
  if (strikes) return afterStrike(counted, tried, rules)
  if (tried.outcome === 'call-back-later') return promised(counted, tried, rules)
  if (tried.outcome === 'skipped') return skipped(counted, tried, rules)
  return unanswered(counted, tried, rules)
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

function skipped(target: TargetNow, { againAt }: Tried, { policy, zone, now }: Rules): TargetNow {
  const nextAt =
    againAt && againAt > now ? nextCallingMoment(policy, zone, againAt) : nextCallingMoment(policy, zone, now)
  // A promise stays a promise: it only moves on to whoever is there.
  if (target.state === 'appointment') {
    return { ...target, assignedTo: null, nextAt, appointmentWith: null }
  }
  return { ...retry(target, nextAt), assignedTo: null }
}

function unanswered(target: TargetNow, { outcome, callerId, againAt, againWith }: Tried, rules: Rules): TargetNow {
  // Whoever did answer may have said when: "mother is back at three".
  if (outcome === 'spoke-to-other' && againAt && target.attemptCount < rules.policy.maxAttempts) {
    return promised(target, { outcome, callerId, againAt, againWith, numbersLeft: 1 }, rules)
  }
  if (target.attemptCount >= rules.policy.maxAttempts) return finished(target, 'unreachable', rules)
  const { policy, zone, now } = rules
  const nextAt = outcome === 'busy' ? nextAttemptAfterBusyAt(policy, zone, now) : nextAttemptAt(policy, zone, now)
  const assignedTo = outcome === 'language-barrier' ? null : target.assignedTo
  return { ...retry(target, nextAt), assignedTo }
}

const retry = (target: TargetNow, nextAt: Date): TargetNow => ({
  ...target,
  state: 'retry',
  nextAt,
  appointmentWith: null,
})
