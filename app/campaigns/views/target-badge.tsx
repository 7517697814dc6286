import { Badge, type Tone } from '#app/ui/badge.tsx'
import { useWords } from '#app/ui/language.tsx'
import type { TargetState } from '../target-states.ts'
import { en } from '../words.en.ts'
import { nl } from '../words.nl.ts'

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
  const { addresses } = useWords({ nl, en })
  return <Badge tone={tones[state]}>{addresses.states[state]}</Badge>
}
