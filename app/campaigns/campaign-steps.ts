import { sql } from '#app/core/sql.ts'
import type { PersonStep } from '#app/lists/steps.ts'

export const campaignStates = ['draft', 'running', 'paused', 'closed'] as const
export type CampaignState = (typeof campaignStates)[number]

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

/** What a coordinator does with a round as a whole. */
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
    from: ['draft', 'running', 'paused'],
    to: 'closed',
    sets: () => sql`closed_at = now()`,
  },
} as const satisfies Record<string, PersonStep<CampaignState, LaunchFacts & { state: CampaignState }, LaunchRefusal>>

export type CampaignStep = keyof typeof campaignSteps
