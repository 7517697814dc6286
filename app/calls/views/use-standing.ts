import { useState } from 'react'
import { campaignTopic } from '#app/campaigns/live-topics.ts'
import { post } from '#app/claims/views/post.ts'
import { useLive } from '#app/ui/live.tsx'
import type { CallDetails, Standing } from '../call-details.ts'

/** Whether they still call in this campaign: asked for again at once when its state or its team changes. */
export function useStanding({ campaign, fence }: CallDetails, leasePath: string): Standing {
  const [standing, setStanding] = useState(campaign.standing)
  useLive([campaignTopic(campaign.id)], ({ details }) => {
    if (!details?.isTeamChanged) return false
    void post<{ standing: Standing }>(leasePath, new URLSearchParams({ fence: String(fence) })).then(
      (answer) => 'got' in answer && setStanding(answer.got.standing),
    )
    return false
  })
  return standing
}
