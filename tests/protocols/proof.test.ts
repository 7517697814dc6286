import { expect, test } from 'vitest'
import { checkProtocol } from '#app/protocols/check-protocol.ts'
import type { Finding, FindingKind } from '#app/protocols/findings.ts'
import { circumstances } from '#app/triage/circumstances.ts'
import { type Verdict, verdictOf, walk } from '#app/triage/engine.ts'
import { mostOnOneWay, type Protocol, safeAnswer } from '#app/triage/protocol.ts'
import { answered, forAll, questionOf } from '#tests/triage/for-all-protocols.ts'
import { oneOf, randomSheet, someOf } from '#tests/triage/random-protocols.ts'
import { compare, naiveFalls } from './naive-monotone.ts'
import { textRules } from './text-rules.ts'

const findingsOf = (protocol: Protocol) => checkProtocol(protocol, textRules)
const kindsOf = (findings: Finding[]) => new Set<FindingKind>(findings.map(({ what }) => what))
/** Nothing for which ways may not be walked to an end. */
const isWalkable = (kinds: Set<FindingKind>) =>
  !(['dead-end', 'loop', 'same-name', 'too-many-questions'] as const).some((what) => kinds.has(what))

test('with a protocol that can be published nobody in more danger is helped later, and all are within six questions', () => {
  forAll(({ protocol, draw }) => {
    if (findingsOf(protocol).length > 0) return
    const ids = Object.keys(protocol.questions)
    const answers = randomSheet(draw, protocol)
    const held = someOf(draw, circumstances)
    const verdict = verdictOf(protocol, { answers, circumstances: held }) as Verdict
    expect(verdict.steps.length).toBeLessThanOrEqual(mostOnOneWay)
    for (const id of ids) {
      const { dangerous } = questionOf(protocol, id)
      const safe = answered(answers, [[id, safeAnswer(questionOf(protocol, id))]])
      const safer = verdictOf(protocol, { answers: safe, circumstances: held }) as Verdict
      for (const answer of [dangerous, 'unknown'] as const) {
        const worse = verdictOf(protocol, {
          answers: answered(answers, [[id, answer]]),
          circumstances: held,
        }) as Verdict
        expect(compare(worse, safer)).toBeLessThanOrEqual(0)
      }
    }
    const more = verdictOf(protocol, { answers, circumstances: [...held, oneOf(draw, circumstances)] }) as Verdict
    expect(compare(more, verdict)).toBeLessThanOrEqual(0)
  })
})

test('whom a counterexample shows come out as it says, and differ in one answer', () => {
  forAll(({ protocol }) => {
    for (const finding of findingsOf(protocol)) {
      if (finding.what !== 'less-urgent') continue
      const { question, safer, worse, circumstances: held } = finding.counterexample
      const [one, other] = [safer, worse].map(
        ({ answers }) => verdictOf(protocol, { answers, circumstances: held }) as Verdict,
      ) as [Verdict, Verdict]
      expect([one.end, other.end]).toEqual([safer.end, worse.end])
      expect(compare(other, one)).toBeGreaterThan(0)
      const { dangerous } = questionOf(protocol, question)
      expect(finding.place).toEqual({ in: 'question', id: question })
      expect(Object.entries(safer.answers)).toContainEqual([question, safeAnswer({ dangerous })])
      expect(worse.answers).toEqual(answered(safer.answers, [[question, dangerous]]))
      const asked = new Set([...one.steps, ...other.steps].map((step) => step.question))
      expect(new Set(Object.keys(safer.answers))).toEqual(asked)
    }
  })
})

test('the check of all answer sheets finds what a second one finds that is written in another way', () => {
  forAll(({ protocol }) => {
    const findings = findingsOf(protocol)
    if (!isWalkable(kindsOf(findings))) return
    const found = findings.flatMap(({ what, place }) => (what === 'less-urgent' && 'id' in place ? [place.id] : []))
    expect(new Set(found)).toEqual(naiveFalls(protocol))
    expect(new Set(found).size).toBe(found.length)
  })
})

test('a finding about the way is true of it', () => {
  const times = new Map<string, number>()
  const count = (what: string) => times.set(what, (times.get(what) ?? 0) + 1)
  forAll(({ protocol, draw }) => {
    const findings = findingsOf(protocol)
    const kinds = kindsOf(findings)
    for (const kind of kinds.size > 0 ? kinds : ['none']) count(kind)
    if (isWalkable(kinds) && Object.keys(protocol.questions).length >= 10) count('large')
    const walked = walk(protocol, randomSheet(draw, protocol))
    if (isWalkable(kinds)) expect(walked.at).toBe('end')
    const reached = new Set([...walked.steps.map((step) => step.question), walked.id])
    for (const finding of findings) expectTrue(finding, protocol, reached)
  })
  // Of what is drawn there is enough of each sort.
  const enough = {
    none: 2_000,
    'less-urgent': 1_000,
    'raised-lower': 500,
    'dead-end': 1_000,
    loop: 500,
    unreachable: 1_000,
  }
  for (const [kind, least] of Object.entries({
    ...enough,
    'same-name': 20,
    'too-long': 20,
    'too-many-questions': 10,
    large: 100,
  }))
    expect(times.get(kind), kind).toBeGreaterThan(least)
})

function expectTrue(finding: Finding, protocol: Protocol, reached: Set<string>) {
  const { questions, ends, start } = protocol
  const leads = (from: string, to: string | undefined) =>
    to === undefined || [questionOf(protocol, from).yes, questionOf(protocol, from).no].includes(to)
  if (finding.what === 'loop' || finding.what === 'too-long')
    expect(finding.way.every((id, at) => leads(id, finding.way[at + 1]))).toBe(true)
  if (finding.what === 'loop') expect(leads(finding.way.at(-1) as string, finding.way[0])).toBe(true)
  if (finding.what === 'too-long') expect([finding.way[0], finding.way.length > mostOnOneWay]).toEqual([start, true])
  if (finding.what === 'dead-end')
    expect(Object.hasOwn(questions, finding.to) || Object.hasOwn(ends, finding.to)).toBe(false)
  if (finding.what === 'unreachable' && 'id' in finding.place) expect(reached.has(finding.place.id)).toBe(false)
}
