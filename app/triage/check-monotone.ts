import type { Circumstance } from './circumstances.ts'
import { raisedEnd } from './engine.ts'
import type { Counterexample, Finding } from './findings.ts'
import { type Answers, type End, entry, type Protocol, type Question, safeAnswer } from './protocol.ts'
import { rankOf } from './urgency.ts'

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
  const states: Circumstance[][] = [[], protocol.raises]
  const found = new Map<string, Counterexample>()
  for (const circumstances of protocol.raises.length > 0 ? states : states.slice(0, 1)) {
    const finals = outcomes.ends.map((end) => (circumstances.length > 0 ? raisedEnd(protocol, end) : end))
    const ranks = finals.map((end) => rankOf(entry(protocol.ends, end) as End))
    for (const { bit, sheet } of falls(asked.length, outcomes.endOf, ranks)) {
      const { id } = asked[bit] as Asked
      if (found.has(id)) continue
      found.set(id, counterexampleOf({ asked, outcomes, finals }, { bit, sheet, circumstances }))
    }
  }
  return [
    ...raisedLower(protocol),
    ...[...found].map(
      ([id, counterexample]): Finding => ({ place: { in: 'question', id }, what: 'less-urgent', counterexample }),
    ),
  ]
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

/** Each sheet and question of it, where the dangerous answer comes out less urgent than the safe one. */
function* falls(count: number, endOf: Uint16Array, ranks: readonly number[]) {
  for (let bit = 0; bit < count; bit++)
    for (let sheet = 0; sheet < endOf.length; sheet++) {
      if ((sheet >> bit) & 1) continue
      const [safer, worse] = [ranks[endOf[sheet] as number], ranks[endOf[sheet | (1 << bit)] as number]]
      if ((worse as number) > (safer as number)) yield { bit, sheet }
    }
}

type Known = { asked: Asked[]; outcomes: Outcomes; finals: string[] }
type Fall = { bit: number; sheet: number; circumstances: readonly Circumstance[] }

function counterexampleOf({ asked, outcomes, finals }: Known, { bit, sheet, circumstances }: Fall): Counterexample {
  const side = (of: number) => ({
    answers: answersOf(asked, of),
    end: finals[outcomes.endOf[of] as number] as string,
  })
  return {
    question: (asked[bit] as Asked).id,
    safer: side(sheet),
    worse: side(sheet | (1 << bit)),
    circumstances,
  }
}

const answersOf = (asked: Asked[], sheet: number): Answers =>
  Object.fromEntries(
    asked.map(({ id, question }, index) => [id, (sheet >> index) & 1 ? question.dangerous : safeAnswer(question)]),
  )

/** An end in the place of another for whom it is worse must be more urgent than it. */
function raisedLower({ ends }: Protocol): Finding[] {
  return Object.entries(ends).flatMap(([id, end]): Finding[] => {
    if (end.raised === null) return []
    const raised = entry(ends, end.raised)
    if (!raised) return [{ place: { in: 'end', id }, what: 'raised-nowhere', to: end.raised }]
    return rankOf(raised) < rankOf(end) ? [] : [{ place: { in: 'end', id }, what: 'raised-lower', to: end.raised }]
  })
}
