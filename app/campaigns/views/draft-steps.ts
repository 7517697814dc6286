import type { Step } from '#app/ui/steps.tsx'
import { useWords } from '../words.ts'

export const draftSteps = ['purpose', 'whom', 'script', 'team', 'start'] as const
export type DraftStep = (typeof draftSteps)[number]

export const stepPath = (campaignId: string, step: DraftStep) => `/campaigns/${campaignId}/draft/${step}`

/** The steps with their addresses, once the draft has one. */
export function useDraftSteps(campaignId?: string): Step[] {
  const { steps } = useWords().draft
  return draftSteps.map((step) => ({ label: steps[step], to: campaignId && stepPath(campaignId, step) }))
}
