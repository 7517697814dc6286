import { notCallableReasons } from '#app/tenants/contact-status.ts'

/** Where one home of a round stands. What moves it from one to another: calls/target-after.ts. */
export const targetStates = ['open', 'retry', 'appointment', 'reached', 'declined', 'unreachable', 'withdrawn'] as const
export type TargetState = (typeof targetStates)[number]
export const finalStates = ['reached', 'declined', 'unreachable', 'withdrawn'] as const satisfies TargetState[]
export const openStates = targetStates.filter((state) => !finalStates.some((final) => final === state))
export const isFinal = (state: TargetState) => (finalStates as readonly TargetState[]).includes(state)

export const withdrawnReasons = [...notCallableReasons, 'campaign-closed', 'no-longer-selected'] as const
export type WithdrawnReason = (typeof withdrawnReasons)[number]
