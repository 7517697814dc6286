export const campaignStates = ['draft', 'running', 'paused', 'closed'] as const
export type CampaignState = (typeof campaignStates)[number]

/** What a coordinator does with a round as a whole: from which states, and to which. */
export const campaignSteps = {
  launch: { from: ['draft'], to: 'running' },
  pause: { from: ['running'], to: 'paused' },
  resume: { from: ['paused'], to: 'running' },
  close: { from: ['draft', 'running', 'paused'], to: 'closed' },
} as const satisfies Record<string, { from: readonly CampaignState[]; to: CampaignState }>
export type CampaignStep = keyof typeof campaignSteps

/** The state after a step, or null when it cannot be taken from here. */
export function campaignAfter(state: CampaignState, step: CampaignStep): CampaignState | null {
  const { from, to } = campaignSteps[step]
  return (from as readonly CampaignState[]).includes(state) ? to : null
}

export type LaunchFacts = {
  purpose: string
  legalBasis: string
  reasonToCall: string
  callers: number
  targets: number
}
export type LaunchRefusal = 'no-purpose' | 'no-legal-basis' | 'no-reason' | 'no-team' | 'no-homes'

/** What is still missing before anybody may be called. */
export function launchRefusals({ purpose, legalBasis, reasonToCall, callers, targets }: LaunchFacts): LaunchRefusal[] {
  const missing: [boolean, LaunchRefusal][] = [
    [purpose.trim() === '', 'no-purpose'],
    [legalBasis === '', 'no-legal-basis'],
    [reasonToCall.trim() === '', 'no-reason'],
    [callers === 0, 'no-team'],
    [targets === 0, 'no-homes'],
  ]
  return missing.filter(([isMissing]) => isMissing).map(([, refusal]) => refusal)
}
