import { notCallableReasons } from '#app/tenants/contact-status.ts'

/** Where one home of a campaign stands. What moves it from one to another: calls/target-after.ts. */
export const targetStates = ['open', 'retry', 'appointment', 'reached', 'declined', 'unreachable', 'withdrawn'] as const
export type TargetState = (typeof targetStates)[number]
export const finalStates = ['reached', 'declined', 'unreachable', 'withdrawn'] as const satisfies TargetState[]
export type FinalState = (typeof finalStates)[number]
export type OpenState = Exclude<TargetState, FinalState>
export const isFinal = (state: TargetState): state is FinalState => finalStates.some((final) => final === state)
export const openStates = targetStates.filter((state): state is OpenState => !isFinal(state))
/** Called to an end, whatever came of it. What was withdrawn was not. */
export const calledStates = finalStates.filter((state) => state !== 'withdrawn')
/** Comes back by itself at its `next_at`; promises first. */
export const waitingStates = ['appointment', 'retry'] as const satisfies OpenState[]

export const withdrawnReasons = [...notCallableReasons, 'campaign-closed', 'no-longer-selected'] as const
/** Because of who rents there, not of the campaign: taken back when that turns out not to be so. */
export const tenantReasons = notCallableReasons
export type WithdrawnReason = (typeof withdrawnReasons)[number]
