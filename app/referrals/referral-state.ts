export const referralStates = ['proposed', 'sent', 'accepted', 'ended'] as const
export type ReferralState = (typeof referralStates)[number]

export const referralEndings = ['helped', 'refused', 'no-answer'] as const
export type ReferralEnding = (typeof referralEndings)[number]

export const referralSteps = ['send', 'accept', 'end', 'resume', 'remind-later', 'tell'] as const
export type ReferralStep = (typeof referralSteps)[number]

/** `keep`: the step leaves the state as it is. `before`: back to where it stood before it ended. */
const steps: Record<ReferralStep, { from: readonly ReferralState[]; to: ReferralState | 'keep' | 'before' }> = {
  send: { from: ['proposed'], to: 'sent' },
  accept: { from: ['sent'], to: 'accepted' },
  // Not from 'proposed' with 'helped': nobody was asked yet. The tenant may change their mind, though.
  end: { from: ['proposed', 'sent', 'accepted'], to: 'ended' },
  resume: { from: ['ended'], to: 'before' },
  'remind-later': { from: ['proposed', 'sent', 'accepted'], to: 'keep' },
  tell: { from: ['sent', 'accepted', 'ended'], to: 'keep' },
}

/** What the dates of a referral say it was before it ended. */
export function stateBeforeEnd(dates: { wasSent: boolean; wasAccepted: boolean }): ReferralState {
  if (dates.wasAccepted) return 'accepted'
  return dates.wasSent ? 'sent' : 'proposed'
}

/** The state after a step; null when the step cannot be taken from here. */
export function referralAfter(
  state: ReferralState,
  step: ReferralStep,
  dates: { wasSent: boolean; wasAccepted: boolean },
): ReferralState | null {
  const { from, to } = steps[step]
  if (!from.includes(state)) return null
  if (to === 'keep') return state
  return to === 'before' ? stateBeforeEnd(dates) : to
}

/** From which states a step can be taken: the guard of its UPDATE. */
export const referralStatesBefore = (step: ReferralStep) => steps[step].from

/** An agency that was never asked can neither have helped nor kept silent. */
export const endingsFrom = (state: ReferralState): readonly ReferralEnding[] => {
  if (state === 'ended') return []
  return state === 'proposed' ? ['refused'] : referralEndings
}
