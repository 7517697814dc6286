/** What the actions on a saved selection answer. */
export type SegmentAnswer =
  | { ok: true; step: 'saved' | 'renamed'; name: string }
  | { ok: true; step: 'removed'; name: string; criteria: string }
  | { ok: false; reason: string }
