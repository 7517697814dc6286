import { Badge, type Tone } from '#app/ui/badge.tsx'
import type { CampaignState } from '../campaign-steps.ts'
import { useWords } from '../words.ts'

type Shown = { state: CampaignState; launchedAt: Date | null }

const tones: Record<CampaignState | 'discarded', Tone> = {
  draft: 'neutral',
  running: 'active',
  paused: 'waiting',
  closed: 'done',
  discarded: 'neutral',
}

/** Closed before anybody was called: a draft that was thrown away. */
export const isDiscarded = ({ state, launchedAt }: Shown) => state === 'closed' && launchedAt === null

export function CampaignBadge({ campaign }: { campaign: Shown }) {
  const { states } = useWords()
  const shown = isDiscarded(campaign) ? 'discarded' : campaign.state
  return <Badge tone={tones[shown]}>{states[shown]}</Badge>
}
