import { checkProtocol } from '#app/protocols/check-protocol.ts'
import { type JudgedRun, nothingReplayed, replay } from '#app/protocols/replay.ts'
import { circumstances } from '#app/triage/circumstances.ts'
import { verdictOf } from '#app/triage/engine.ts'
import { type Answers, answers, mostQuestions, type Protocol, type Question } from '#app/triage/protocol.ts'
import { textRules } from '#tests/protocols/text-rules.ts'
import { largestProtocol } from '#tests/triage/largest-protocol.ts'
import { type Bench, type Figure, percentile } from './figure.ts'

const sheets = 2 ** mostQuestions
const batch = 1_000

/** What an editor waits for: the proof of the largest protocol, and what it would have said of all callers of before. */
export const triageBench: Bench = {
  name: 'triage',
  async run(size) {
    return [publishingCheck(size === 'full' ? 200 : 10), replayed(size === 'full' ? 100_000 : 5_000)]
  },
}

function publishingCheck(rounds: number): Figure {
  const protocol = largestProtocol()
  const times = { check: [] as number[], floor: [] as number[] }
  let findings = 0
  for (let round = -10; round < rounds; round++) {
    const check = timed(() => {
      findings += checkProtocol(protocol, textRules).length
    })
    const floor = timed(bareLoop)
    if (round >= 0)
      for (const [name, ms] of Object.entries({ check, floor })) times[name as keyof typeof times].push(ms)
  }
  const turned = withEdgesTurned(protocol, 'asks-0-0')
  const isFound = checkProtocol(turned, textRules).some(({ what }) => what === 'less-urgent')
  const [value, floor] = [percentile(times.check, 95), percentile(times.floor, 95)]
  return {
    name: `publishing check of ${mostQuestions} questions, ${sheets} answer sheets, p95`,
    value,
    unit: 'ms',
    floor,
    floorIs: 'a bare loop that fills an array of as many and compares each pair that differs in one answer, twice',
    ratio: value / floor,
    bar: '≤ 6 × floor',
    isWithin: value / floor <= 6 && findings === 0 && isFound,
    checked: findings === 0 && isFound ? 'nothing found in it, and with two edges turned there is' : 'NOT WHAT IS SO',
  }
}

/** All pairs without circumstances and all pairs with them, of which nothing is known but two numbers. */
function bareLoop(): number {
  const endOf = new Uint16Array(sheets)
  for (let sheet = 0; sheet < sheets; sheet++) endOf[sheet] = sheet >> mostQuestions
  let found = 0
  for (let pass = 0; pass < 2 * mostQuestions; pass++) {
    const turned = 1 << (pass % mostQuestions)
    for (let sheet = 0; sheet < sheets; sheet++)
      if (!(sheet & turned) && (endOf[sheet | turned] as number) > (endOf[sheet] as number)) found += 1
  }
  return found
}

function replayed(count: number): Figure {
  const before = largestProtocol()
  const candidate = withEdgesTurned(before, 'asks-4-2')
  const runs = someRuns(count, before)
  let { counts, differences } = nothingReplayed()
  const seconds =
    timed(() => {
      const soFar = nothingReplayed()
      for (let from = 0; from < runs.length; from += batch) replay(runs.slice(from, from + batch), candidate, soFar)
      ;({ counts, differences } = soFar)
    }) / 1_000
  let expected = 0
  const floor =
    timed(() => {
      expected = runs.filter(
        ({ answers: given, verdict }) => bareEnd(candidate, given) !== (verdict.raisedFrom ?? verdict.end),
      ).length
    }) / 1_000
  const isRight = counts.same === count - expected && differences.length === expected && expected > 0
  return {
    name: `replay of ${count} callers on another protocol`,
    value: seconds,
    unit: 's',
    floor,
    floorIs: 'only following the edges of the same answers',
    ratio: null,
    bar: '≤ 1 s',
    isWithin: seconds <= 1 && isRight,
    checked: isRight ? `${expected} differences, as following the edges by hand gives` : 'THE DIFFERENCES ARE OTHERS',
  }
}

function bareEnd({ start, questions }: Protocol, given: Answers): string {
  let at = start
  for (let asks = questions[at]; asks; asks = questions[at]) {
    const answer = given[at]
    at = answer === 'unknown' || answer === undefined ? asks[asks.dangerous] : asks[answer]
  }
  return at
}

function withEdgesTurned(protocol: Protocol, id: string): Protocol {
  const { yes, no, ...asks } = protocol.questions[id] as Question
  return { ...protocol, questions: { ...protocol.questions, [id]: { ...asks, yes: no, no: yes } } }
}

/** The same callers each time, all answers as often as each other, and half of them with a circumstance. */
function someRuns(count: number, protocol: Protocol): JudgedRun[] {
  let state = 20_261_127
  const below = (most: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return (state >>> 8) % most
  }
  const ids = Object.keys(protocol.questions)
  return Array.from({ length: count }, (_, nr) => {
    const given = Object.fromEntries(ids.map((id) => [id, answers[below(answers.length)] ?? 'unknown']))
    const sheet = { answers: given, circumstances: circumstances.filter(() => below(12) === 0) }
    const verdict = verdictOf(protocol, sheet)
    if (!verdict) throw new Error('Every caller of the bench answers everything.')
    return { id: `run-${nr}`, ...sheet, verdict }
  })
}

function timed(work: () => void): number {
  const started = performance.now()
  work()
  return performance.now() - started
}
