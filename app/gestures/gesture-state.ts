export const gestureStates = ['requested', 'approved', 'sent', 'refused'] as const
export type GestureState = (typeof gestureStates)[number]

export const gestureSteps = ['approve', 'refuse', 'send', 'reconsider', 'unsend'] as const
export type GestureStep = (typeof gestureSteps)[number]

const steps: Record<GestureStep, { from: readonly GestureState[]; to: GestureState }> = {
  approve: { from: ['requested'], to: 'approved' },
  refuse: { from: ['requested'], to: 'refused' },
  send: { from: ['approved'], to: 'sent' },
  /** Undoes a decision. */
  reconsider: { from: ['approved', 'refused'], to: 'requested' },
  /** Undoes a tick too many: the envelope was still on the desk. */
  unsend: { from: ['sent'], to: 'approved' },
}

/** The state after a step; null when the step cannot be taken from here. */
export function gestureAfter(state: GestureState, step: GestureStep): GestureState | null {
  return steps[step].from.includes(state) ? steps[step].to : null
}

/** From which states a step can be taken: the guard of its UPDATE. */
export const gestureStatesBefore = (step: GestureStep) => steps[step].from

export const gestureStateAfter = (step: GestureStep) => steps[step].to
