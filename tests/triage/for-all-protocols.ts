import fc from 'fast-check'
import type { Answers, Protocol, Question } from '#app/triage/protocol.ts'
import { anyProtocol, type Draw } from './random-protocols.ts'

type Drawn = { protocol: Protocol; draw: Draw }

/** The same ten thousand protocols each time. */
export const forAll = (holds: (drawn: Drawn) => void) =>
  fc.assert(fc.property(anyProtocol, holds), { numRuns: 10_000, seed: 2_026 })

export const questionOf = ({ questions }: Protocol, id: string) => questions[id] as Question

/** The answers with these changes, whatever they are. */
export const answered = (answers: Answers, changes: [string, unknown][]): Answers =>
  Object.fromEntries([...Object.entries(answers), ...changes]) as Answers
