/** What makes the same trouble worse for this caller, now. `uneasy`: the operator feels that something is wrong. */
export const circumstances = [
  'second-call',
  'frail',
  'medical-device',
  'child',
  'frost',
  'heat',
  'not-there',
  'uneasy',
] as const
export type Circumstance = (typeof circumstances)[number]
