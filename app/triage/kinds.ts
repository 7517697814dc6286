/** What a caller in need can ring about: one protocol each. In the order in which a base protocol is looked up by danger. */
export const triageKinds = [
  'gas-leak',
  'carbon-monoxide',
  'fire',
  'water-leak',
  'roof-leak',
  'no-heating',
  'no-hot-water',
  'no-water',
  'power-failure',
  'blocked-drain',
  'trapped-in-lift',
  'lift-out-of-order',
  'locked-out',
  'home-not-closing',
  'broken-glass',
  'water-near-power',
  'asbestos',
  'shared-areas',
  'fire-alarm',
  'ventilation',
  'threat',
] as const
export type TriageKind = (typeof triageKinds)[number]

export const isTriageKind = (text: string): text is TriageKind => (triageKinds as readonly string[]).includes(text)
