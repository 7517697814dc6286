import { Badge, type Tone } from '#app/ui/badge.tsx'
import type { TargetState } from '../target.ts'
import { useWords } from '../words.ts'

const tones: Record<TargetState, Tone> = {
  open: 'neutral',
  retry: 'waiting',
  appointment: 'active',
  reached: 'done',
  declined: 'neutral',
  unreachable: 'attention',
  withdrawn: 'neutral',
}

export function TargetBadge({ state }: { state: TargetState }) {
  const { addresses } = useWords()
  return <Badge tone={tones[state]}>{addresses.states[state]}</Badge>
}
