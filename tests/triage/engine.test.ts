import { expect, test } from 'vitest'
import { canonical } from '#app/triage/canonical.ts'
import { circumstances } from '#app/triage/circumstances.ts'
import { nextQuestion, verdictOf, walk } from '#app/triage/engine.ts'
import { answered, forAll, questionOf } from './for-all-protocols.ts'
import { randomAnswers, someOf } from './random-protocols.ts'
import { leak } from './small-protocol.ts'

test('a walk always stops, asks nothing twice and is the same again, whatever the protocol and the answers are', () => {
  forAll(({ protocol, draw }) => {
    const before = canonical(protocol)
    const answers = randomAnswers(draw, protocol)
    const walked = walk(protocol, answers)
    const asked = walked.steps.map(({ question }) => question)
    expect(new Set(asked).size).toBe(asked.length)
    const sheet = { answers, circumstances: someOf(draw, circumstances) }
    const verdict = verdictOf(protocol, sheet)
    expect(verdict !== null).toBe(walked.at === 'end')
    expect(nextQuestion(protocol, answers)).toBe(walked.at === 'question' ? walked.id : null)
    if (walked.at === 'question') expect(Object.hasOwn(protocol.questions, walked.id)).toBe(true)
    expect(canonical(verdictOf(JSON.parse(before), JSON.parse(canonical(sheet))))).toBe(canonical(verdict))
    expect(canonical(protocol)).toBe(before)
  })
})

test.each(['maybe', '', 'ask', 'dangerous', '__proto__', null, 0, ['yes'], undefined])(
  '%j is no answer: the question is asked',
  (garbage) => {
    const answers = answered({}, [['runs', garbage]])
    expect(walk(leak(), answers)).toEqual({ steps: [], at: 'question', id: 'runs' })
  },
)

test('who knows nothing comes to the same end as who is in all danger', () => {
  forAll(({ protocol, draw }) => {
    const [unknown, dangerous] = [
      Object.keys(protocol.questions).map((id): [string, string] => [id, 'unknown']),
      Object.keys(protocol.questions).map((id): [string, string] => [id, questionOf(protocol, id).dangerous]),
    ]
    const held = someOf(draw, circumstances)
    const [one, other] = [unknown, dangerous].map((all) =>
      verdictOf(protocol, { answers: answered({}, all), circumstances: held }),
    )
    expect(one?.end).toBe(other?.end)
    expect(one?.steps.map(({ question }) => question)).toEqual(other?.steps.map(({ question }) => question))
    expect(walk(protocol, answered({}, unknown)).id).toBe(walk(protocol, answered({}, dangerous)).id)
  })
})
