import { codeList, rawSql, sql } from '#app/core/sql.ts'
import type { PersonStep } from '#app/lists/steps.ts'

export const campaignStates = ['draft', 'running', 'paused', 'closed'] as const
export type CampaignState = (typeof campaignStates)[number]
/** Started and not closed: people are called, or will be again. */
export const liveCampaignStates = ['running', 'paused'] as const satisfies CampaignState[]
export type LiveCampaignState = (typeof liveCampaignStates)[number]
export const isLive = (state: CampaignState): state is LiveCampaignState =>
  liveCampaignStates.some((live) => live === state)
/** `('running', …)`, for `state IN ${liveCampaigns}`. */
export const liveCampaignsText = codeList(liveCampaignStates)
export const liveCampaigns = rawSql(liveCampaignsText)

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

/** What a coordinator does with a campaign as a whole. */
export const campaignSteps = {
  launch: {
    path: 'launch',
    permission: 'campaign:launch',
    action: 'campaign:launch',
    from: ['draft'],
    to: 'running',
    refusal: (campaign) => launchRefusals(campaign)[0] ?? null,
    sets: () => sql`launched_at = now()`,
  },
  pause: {
    path: 'pause',
    permission: 'campaign:launch',
    action: 'campaign:pause',
    from: ['running'],
    to: 'paused',
  },
  resume: {
    path: 'resumption',
    permission: 'campaign:launch',
    action: 'campaign:resume',
    from: ['paused'],
    to: 'running',
  },
  close: {
    path: 'closure',
    permission: 'campaign:launch',
    action: 'campaign:close',
    from: ['draft', ...liveCampaignStates],
    to: 'closed',
    sets: () => sql`closed_at = now()`,
  },
} as const satisfies Record<string, PersonStep<CampaignState, LaunchFacts & { state: CampaignState }, LaunchRefusal>>

export type CampaignStep = keyof typeof campaignSteps
