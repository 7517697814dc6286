import type { End, VerdictClass } from '#app/triage/protocol.ts'
import { useTriageWords } from '#app/triage/triage-words.ts'
import { Badge, type Tone } from '#app/ui/badge.tsx'
import { useWords } from '../words.ts'

const tones: Record<VerdictClass, Tone> = {
  danger: 'danger',
  urgent: 'attention',
  'working-day': 'neutral',
  none: 'neutral',
}

/** How urgent an end is: "Spoed, binnen 2 uur". */
export function useBand() {
  const { classes, hours } = useTriageWords()
  return (end: Pick<End, 'class' | 'hours'>) =>
    end.hours === null ? classes[end.class] : `${classes[end.class]}, ${hours(end.hours)}`
}

export function EndBadge({ end }: { end: Pick<End, 'class' | 'hours'> }) {
  return <Badge tone={tones[end.class]}>{useBand()(end)}</Badge>
}

/** As an end is called among people: "Regel 3 · Spoed, binnen 2 uur: want het water stopt niet". */
export function useEndName() {
  const { path } = useWords()
  const band = useBand()
  return (end: End) => `${path.rule(end.rule)} · ${band(end)}${end.because ? `: ${path.want(end.because)}` : ''}`
}
