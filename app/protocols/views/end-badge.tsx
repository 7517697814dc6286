import type { End, VerdictClass } from '#app/triage/protocol.ts'
import { useTriageWords } from '#app/triage/triage-words.ts'
import { urgencyText } from '#app/triage/urgency-text.ts'
import { Badge, type Tone } from '#app/ui/badge.tsx'
import { useWords } from '../words.ts'

const tones: Record<VerdictClass, Tone> = {
  danger: 'danger',
  urgent: 'attention',
  'working-day': 'neutral',
  none: 'neutral',
}

export function EndBadge({ end }: { end: Pick<End, 'class' | 'hours'> }) {
  return <Badge tone={tones[end.class]}>{urgencyText(end, useTriageWords())}</Badge>
}

/** As an end is called among people: "Regel 3 · Spoed, binnen 2 uur: want het water stopt niet". */
export function useEndName() {
  const { path } = useWords()
  const triage = useTriageWords()
  return (end: End) =>
    `${path.rule(end.rule)} · ${urgencyText(end, triage)}${end.because ? `: ${path.want(end.because)}` : ''}`
}
