import type { Circumstance } from '#app/triage/circumstances.ts'
import { raisedEnd, type Verdict, verdictOf } from '#app/triage/engine.ts'
import { type Answers, type End, entry, type Protocol, type Question, safeAnswer } from '#app/triage/protocol.ts'
import { rankOf } from '#app/triage/urgency.ts'
import type { Counterexample, Finding } from './findings.ts'

type Asked = { id: string; question: Question }
/** Where each answer sheet leads, by its number: bit `n` is set when question `n` has its dangerous answer. */
type Outcomes = { ends: string[]; endOf: Uint16Array }

/**
 * Nobody in more danger is helped later: over all answer sheets, each question on them turned from its safe to its dangerous
 * answer, without circumstances and with. "Unknown" goes the dangerous way, so that it is among them. Asks for a protocol of
 * which every way ends. One finding for each question where it fails, with two callers who show it.
 */
export function checkMonotone(protocol: Protocol): Finding[] {
  const asked = Object.entries(protocol.questions).map(([id, question]): Asked => ({ id, question }))
  const outcomes = outcomesOf(protocol, asked)
  const states: Circumstance[][] = protocol.raises.length > 0 ? [[], protocol.raises] : [[]]
  const ranked = states.map((circumstances) => ({ circumstances, ranks: ranksOf(protocol, outcomes, circumstances) }))
  return asked.flatMap(({ id }, bit): Finding[] => {
    for (const { circumstances, ranks } of ranked) {
      const sheet = firstFall(outcomes.endOf, ranks, bit)
      if (sheet === null) continue
      const [safer, worse] = [answersOf(asked, sheet), answersOf(asked, sheet | (1 << bit))]
      const counterexample = counterexampleOf(protocol, { question: id, safer, worse, circumstances })
      return [{ place: { in: 'question', id }, what: 'less-urgent', counterexample }]
    }
    return []
  })
}

function outcomesOf({ start, ends: allEnds }: Protocol, asked: Asked[]): Outcomes {
  const ends = Object.keys(allEnds)
  const numbers = new Map([...ends, ...asked.map(({ id }) => id)].map((id, index) => [id, index]))
  const dangerous = new Int16Array(asked.length)
  const safe = new Int16Array(asked.length)
  asked.forEach(({ question }, index) => {
    dangerous[index] = numbers.get(question[question.dangerous]) as number
    safe[index] = numbers.get(question[safeAnswer(question)]) as number
  })
  const endOf = new Uint16Array(2 ** asked.length)
  const first = numbers.get(start) as number
  for (let sheet = 0; sheet < endOf.length; sheet++) {
    let at = first
    while (at >= ends.length) {
      const index = at - ends.length
      at = ((sheet >> index) & 1 ? dangerous[index] : safe[index]) as number
    }
    endOf[sheet] = at
  }
  return { ends, endOf }
}

/** How urgent each end is for who comes to it in these circumstances. */
function ranksOf(protocol: Protocol, { ends }: Outcomes, circumstances: readonly Circumstance[]): Int32Array {
  const comes = (id: string) => (circumstances.length > 0 ? raisedEnd(protocol, id) : id)
  return Int32Array.from(ends, (id) => rankOf(entry(protocol.ends, comes(id)) as End))
}

/** The first sheet with the safe answer to a question that comes out less urgent with the dangerous one. */
function firstFall(endOf: Uint16Array, ranks: Int32Array, bit: number): number | null {
  const turned = 1 << bit
  for (let sheet = 0; sheet < endOf.length; sheet++) {
    if (sheet & turned) continue
    const [safer, worse] = [ranks[endOf[sheet] as number], ranks[endOf[sheet | turned] as number]]
    if ((worse as number) > (safer as number)) return sheet
  }
  return null
}

type Pair = { question: string; safer: Answers; worse: Answers; circumstances: readonly Circumstance[] }

/** The pair with only what either of the two is asked. */
function counterexampleOf(protocol: Protocol, { question, safer, worse, circumstances }: Pair): Counterexample {
  const verdicts = [safer, worse].map((answers) => verdictOf(protocol, { answers, circumstances }) as Verdict)
  const asked = new Set(verdicts.flatMap(({ steps }) => steps.map((step) => step.question)))
  const [saferSide, worseSide] = [safer, worse].map((answers, index) => ({
    answers: Object.fromEntries(Object.entries(answers).filter(([name]) => asked.has(name))),
    end: (verdicts[index] as Verdict).end,
  })) as [Counterexample['safer'], Counterexample['worse']]
  return { question, safer: saferSide, worse: worseSide, circumstances }
}

const answersOf = (asked: Asked[], sheet: number): Answers =>
  Object.fromEntries(
    asked.map(({ id, question }, index) => [id, (sheet >> index) & 1 ? question.dangerous : safeAnswer(question)]),
  )
