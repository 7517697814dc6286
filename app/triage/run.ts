import type { Circumstance } from './circumstances.ts'
import type { Verdict } from './engine.ts'
import type { Answer, VerdictClass } from './protocol.ts'

/** What can be written of a run: see `Written`. */
export const entryKinds = [
  'answer',
  'circumstances',
  'verdict',
  'override',
  'safety-read',
  'costs-agreed',
  'ring-back',
  'rung-back',
  'read-back',
] as const

/** Why somebody is helped less fast than the protocol says. */
export const overrideReasons = [
  'others-are-there',
  'made-safe',
  'can-wait',
  'known-already',
  'wrong-question',
  'otherwise',
] as const
export type OverrideReason = (typeof overrideReasons)[number]

/** What an operator made of a verdict. Up is free; down has a reason. */
export type Override = {
  class: VerdictClass
  hours: number | null
  direction: 'up' | 'down'
  reason: OverrideReason | null
}

/** How somebody answered to what was read back to them. `read`: the text as it stood before it was corrected. */
export const readBackStates = ['right', 'read', 'corrected'] as const
export type ReadBackState = (typeof readBackStates)[number]

/**
 * What is kept of each kind, in codes. `answer`: also the same question anew. `circumstances`: all that hold now. `verdict`:
 * null when there is something to ask again. `line`: its place in the safety lines of that end. `amounts`: what was told, by
 * the key of its value.
 */
export type Written =
  | { kind: 'answer'; details: { question: string; answer: Answer } }
  | { kind: 'circumstances'; details: { circumstances: Circumstance[] } }
  | { kind: 'verdict'; details: { verdict: Verdict | null } }
  | { kind: 'override'; details: Override }
  | { kind: 'safety-read'; details: { end: string; line: number } }
  | { kind: 'costs-agreed'; details: { agreed: boolean; amounts: Record<string, string> } }
  | { kind: 'ring-back'; details: { minutes: number } }
  | { kind: 'rung-back'; details: Record<string, never> }
  | { kind: 'read-back'; details: { state: ReadBackState } }

/** One of them, with when and by whom. */
export type Entry = Written & { at: Date; accountId: string }
