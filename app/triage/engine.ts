import type { Circumstance } from './circumstances.ts'
import {
  type Answer,
  type Answers,
  answerTo,
  type End,
  entry,
  next,
  type Protocol,
  type VerdictClass,
} from './protocol.ts'

export type Step = { question: string; answer: Answer }

/**
 * Where the answers lead: the steps that were taken, and the question that comes now or the end they came to. `stuck`: the
 * protocol leads to nothing or round in a circle, which a published one never does.
 */
export type Walk = { steps: Step[] } & ({ at: 'question' | 'end'; id: string } | { at: 'stuck'; id: string })

/** Total for every protocol and all answers, also of questions that are not asked. */
export function walk(protocol: Pick<Protocol, 'start' | 'questions' | 'ends'>, answers: Answers): Walk {
  const steps: Step[] = []
  let id = protocol.start
  for (;;) {
    if (entry(protocol.ends, id)) return { steps, at: 'end', id }
    const question = entry(protocol.questions, id)
    if (!question || steps.some((step) => step.question === id)) return { steps, at: 'stuck', id }
    const answer = answerTo(answers, id)
    if (!answer) return { steps, at: 'question', id }
    steps.push({ question: id, answer })
    id = next(question, answer)
  }
}

/** The question that comes now; null when all that was needed is answered. */
export function nextQuestion(protocol: Protocol, answers: Answers): string | null {
  const { at, id } = walk(protocol, answers)
  return at === 'question' ? id : null
}

/** What a protocol says of answers, in codes: the same for ever with the same protocol. */
export type Verdict = {
  end: string
  rule: number
  class: VerdictClass
  hours: number | null
  /** The end that it would have been without the circumstances; null when they changed nothing. */
  raisedFrom: string | null
  raisedBy: Circumstance[]
  steps: Step[]
}

/** Null while there is something to ask. */
export function verdictOf(
  protocol: Protocol,
  { answers, circumstances }: { answers: Answers; circumstances: readonly Circumstance[] },
): Verdict | null {
  const { steps, at, id } = walk(protocol, answers)
  if (at !== 'end') return null
  const raisedBy = protocol.raises.filter((circumstance) => circumstances.includes(circumstance))
  const end = raisedBy.length > 0 ? raisedEnd(protocol, id) : id
  const { rule, class: verdictClass, hours } = entry(protocol.ends, end) as End
  const isRaised = end !== id
  return {
    end,
    rule,
    class: verdictClass,
    hours,
    raisedFrom: isRaised ? id : null,
    raisedBy: isRaised ? raisedBy : [],
    steps,
  }
}

/** The end in the place of this one for whom it is worse; itself where there is none. */
export function raisedEnd({ ends }: Pick<Protocol, 'ends'>, id: string): string {
  const raised = entry(ends, id)?.raised
  return raised && entry(ends, raised) ? raised : id
}
