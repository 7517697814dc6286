import type { Circumstance } from '#app/triage/circumstances.ts'
import type { Answers } from '#app/triage/protocol.ts'

/** Where in a protocol something is wrong. */
export type Place =
  | { in: 'protocol' }
  | { in: 'question'; id: string }
  | { in: 'end'; id: string }
  | { in: 'example'; id: string }

/** Two callers who differ in one answer, and the one in more danger would be helped later. */
export type Counterexample = {
  question: string
  safer: { answers: Answers; end: string }
  worse: { answers: Answers; end: string }
  circumstances: readonly Circumstance[]
}

/** A text that must be there. */
export type TextField = 'words' | 'ask' | 'why' | 'because' | 'say' | 'safety' | 'worse'

/** Why a protocol cannot be published, each with its place. */
export type Finding = { place: Place } & (
  | { what: 'unreachable' }
  | { what: 'dead-end'; answer: 'yes' | 'no' | 'start'; to: string }
  | { what: 'loop'; way: string[] }
  | { what: 'too-long'; way: string[] }
  | { what: 'too-many-questions' }
  | { what: 'same-name' }
  | { what: 'no-words'; field: TextField }
  | { what: 'no-hours' }
  | { what: 'same-rule'; other: string }
  | { what: 'raised-nowhere'; to: string }
  | { what: 'raised-lower'; to: string }
  | { what: 'less-urgent'; counterexample: Counterexample }
  | { what: 'no-examples' }
  | { what: 'unfinished-example'; question: string }
  | { what: 'failing-example'; came: string; expected: string }
  | { what: 'typed-number'; text: string }
  | { what: 'unknown-value'; key: string }
)
export type FindingKind = Finding['what']
