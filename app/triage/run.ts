import type { Circumstance } from './circumstances.ts'
import type { Answers, VerdictClass } from './protocol.ts'

/**
 * What can be written of a run. `answer` {question, answer}, also the same question anew; `circumstances` {circumstances}, all
 * that hold now; `verdict` {verdict}; `override` {class, hours, direction, reason}; `safety-read` {end, line}; `costs-agreed`
 * {agreed, amounts}; `ring-back` {minutes}; `rung-back` {}; `read-back` {state}, with the text that was read as its words.
 */
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
export type EntryKind = (typeof entryKinds)[number]

/** What an operator made of a verdict. Up is free; down has a reason. */
export type Override = {
  class: VerdictClass
  hours: number | null
  direction: 'up' | 'down'
  reason: string | null
}

/** All that a run is judged by. */
export type Sheet = { answers: Answers; circumstances: Circumstance[] }
