import type { TriageKind } from '#app/triage/kinds.ts'

/** What is danger at once, in the order in which it is asked. */
export const dangerSigns = [
  'gas',
  'carbon-monoxide',
  'fire',
  'water-near-power',
  'trapped-in-lift',
  'hurt',
  'falling',
] as const
export type DangerSign = (typeof dangerSigns)[number]

/** What it is judged on then; who is hurt is helped by others first, whatever it came from. */
export const kindOfSign: Record<DangerSign, TriageKind | null> = {
  gas: 'gas-leak',
  'carbon-monoxide': 'carbon-monoxide',
  fire: 'fire',
  'water-near-power': 'water-near-power',
  'trapped-in-lift': 'trapped-in-lift',
  hurt: null,
  falling: 'shared-areas',
}

export const isDangerSign = (text: string): text is DangerSign => (dangerSigns as readonly string[]).includes(text)
