export const gestureStates = ['requested', 'approved', 'sent', 'refused'] as const
export type GestureState = (typeof gestureStates)[number]

export const gestureSteps = ['approve', 'refuse', 'send', 'undo'] as const
export type GestureStep = (typeof gestureSteps)[number]

const next: Record<GestureStep, Partial<Record<GestureState, GestureState>>> = {
  approve: { requested: 'approved' },
  refuse: { requested: 'refused' },
  send: { approved: 'sent' },
  // A tick too many: the envelope was still on the desk.
  undo: { sent: 'approved', approved: 'requested', refused: 'requested' },
}

/** The state after a step; null when the step cannot be taken from here. */
export const gestureAfter = (state: GestureState, step: GestureStep): GestureState | null => next[step][state] ?? null
