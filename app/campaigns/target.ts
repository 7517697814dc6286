/** Where one home of a round stands. What moves it from one to another: target-state.ts. */
export const targetStates = ['open', 'retry', 'appointment', 'reached', 'declined', 'unreachable', 'withdrawn'] as const
export type TargetState = (typeof targetStates)[number]
export const finalStates = ['reached', 'declined', 'unreachable', 'withdrawn'] as const satisfies TargetState[]
export const isFinal = (state: TargetState) => (finalStates as readonly TargetState[]).includes(state)

export const withdrawnReasons = ['moved', 'deceased', 'do-not-call', 'campaign-closed', 'no-longer-selected'] as const
export type WithdrawnReason = (typeof withdrawnReasons)[number]
