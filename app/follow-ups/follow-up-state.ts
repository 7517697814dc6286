export const followUpStates = ['open', 'done', 'cancelled'] as const
export type FollowUpState = (typeof followUpStates)[number]

export const followUpSteps = ['complete', 'cancel', 'reopen', 'reassign', 'move'] as const
export type FollowUpStep = (typeof followUpSteps)[number]

const steps: Record<FollowUpStep, { from: readonly FollowUpState[]; to: FollowUpState }> = {
  complete: { from: ['open'], to: 'done' },
  cancel: { from: ['open'], to: 'cancelled' },
  reopen: { from: ['done', 'cancelled'], to: 'open' },
  reassign: { from: ['open'], to: 'open' },
  move: { from: ['open'], to: 'open' },
}

/** The state after a step; null when the step cannot be taken from here. */
export function followUpAfter(state: FollowUpState, step: FollowUpStep): FollowUpState | null {
  return steps[step].from.includes(state) ? steps[step].to : null
}

/** From which states a step can be taken: the guard of its UPDATE. */
export const followUpStatesBefore = (step: FollowUpStep) => steps[step].from
