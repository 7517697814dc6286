import { Badge, type Tone } from '#app/ui/badge.tsx'
import { useWords } from '#app/ui/language.tsx'
import type { CampaignState } from '../campaign-state.ts'
import { en } from '../words.en.ts'
import { nl } from '../words.nl.ts'

const tones: Record<CampaignState, Tone> = { draft: 'neutral', running: 'active', paused: 'waiting', closed: 'done' }

export function CampaignBadge({ state }: { state: CampaignState }) {
  const { states } = useWords({ nl, en })
  return <Badge tone={tones[state]}>{states[state]}</Badge>
}
