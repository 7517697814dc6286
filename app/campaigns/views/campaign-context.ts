import { useOutletContext } from '@remix-run/react'
import type { CampaignState } from '../campaign-steps.ts'

export type CampaignHeader = { id: string; name: string; state: CampaignState; launchedAt: Date | null }

/** The campaign whose tab this is, as the page around it loaded it. */
export const useCampaign = () => useOutletContext<{ campaign: CampaignHeader; mayWrite: boolean }>()
