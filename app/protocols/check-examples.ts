import { nextQuestion, verdictOf } from '#app/triage/engine.ts'
import type { Protocol } from '#app/triage/protocol.ts'
import type { Finding } from './findings.ts'

/** Whether each case that a protocol brings with it comes out as it says. */
export function checkExamples(protocol: Protocol): Finding[] {
  const examples = Object.entries(protocol.examples)
  if (examples.length === 0) return [{ place: { in: 'protocol' }, what: 'no-examples' }]
  return examples.flatMap(([id, { answers, circumstances, end }]): Finding[] => {
    const place = { in: 'example', id } as const
    const verdict = verdictOf(protocol, { answers, circumstances })
    if (verdict)
      return verdict.end === end ? [] : [{ place, what: 'failing-example', came: verdict.end, expected: end }]
    // Where it is stuck instead, the dead end or the loop is found itself.
    const question = nextQuestion(protocol, answers)
    return question === null ? [] : [{ place, what: 'unfinished-example', question }]
  })
}
