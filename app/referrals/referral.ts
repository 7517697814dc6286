export const referralStates = ['proposed', 'sent', 'accepted', 'ended'] as const
export type ReferralState = (typeof referralStates)[number]

export const referralEndings = ['helped', 'refused', 'no-answer'] as const
export type ReferralEnding = (typeof referralEndings)[number]

/** How an agency is told. */
export const sendingWays = ['email', 'phone', 'letter', 'form'] as const
export type SendingWay = (typeof sendingWays)[number]

export type Referral = {
  state: ReferralState
  ending: ReferralEnding | null
  wasSent: boolean
  wasAccepted: boolean
  isTold: boolean
  /** It is known what was passed on. */
  isDescribed: boolean
}

/** One step back, for a tick too many; told from the dates when it had ended. */
export function stateBefore({
  state,
  wasSent,
  wasAccepted,
}: Pick<Referral, 'state' | 'wasSent' | 'wasAccepted'>): ReferralState | null {
  if (state === 'proposed') return null
  if (state === 'sent') return 'proposed'
  if (state === 'accepted') return 'sent'
  if (wasAccepted) return 'accepted'
  return wasSent ? 'sent' : 'proposed'
}

/**
 * The tenant hears from whoever promised it that help is on its way, or that it will not come. Somebody who was
 * helped knows it already.
 */
export function mustTell({ state, ending, isTold }: Pick<Referral, 'state' | 'ending' | 'isTold'>): boolean {
  if (isTold) return false
  return state === 'accepted' || (state === 'ended' && ending !== 'helped')
}

/** An agency that was never asked can neither have helped nor kept silent. */
export function endingsFrom(state: ReferralState): readonly ReferralEnding[] {
  if (state === 'ended') return []
  return state === 'proposed' ? ['refused'] : referralEndings
}

/** Where the sealed words of a referral stand. */
export const questionColumn = (rowId: string) => ({ table: 'referral', column: 'question_sealed', rowId })
/** What was passed on to the agency. */
export const passedOnColumn = (rowId: string) => ({ table: 'referral', column: 'passed_on_sealed', rowId })
/** What the tenant was told. */
export const toldColumn = (rowId: string) => ({ table: 'referral_notice', column: 'told_sealed', rowId })
