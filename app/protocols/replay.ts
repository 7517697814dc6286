import { canonical } from '#app/triage/canonical.ts'
import type { Circumstance } from '#app/triage/circumstances.ts'
import { type Verdict, verdictOf, walk } from '#app/triage/engine.ts'
import type { Answers, Protocol } from '#app/triage/protocol.ts'
import { isLessUrgent } from '#app/triage/urgency.ts'

/** A caller who was judged, as it is kept: the verdict is the one that the protocol gave then, whatever an operator made of it. */
export type JudgedRun = {
  id: string
  answers: Answers
  circumstances: readonly Circumstance[]
  verdict: Verdict
}

/**
 * What another protocol would have said of a caller. `other-words`: as urgent, by another end or within other hours of danger.
 * `not-asked-then`: it cannot be told, because it needs a question that this caller was not asked. `leads-nowhere`: only of a
 * protocol that cannot be published.
 */
export const replayOutcomes = [
  'same',
  'more-urgent',
  'less-urgent',
  'other-words',
  'not-asked-then',
  'leads-nowhere',
] as const
export type ReplayOutcome = (typeof replayOutcomes)[number]

export type Difference = { run: string; was: Verdict } & (
  | { what: 'more-urgent' | 'less-urgent' | 'other-words'; now: Verdict }
  | { what: 'not-asked-then'; question: string }
  | { what: 'leads-nowhere'; to: string }
)

/** `differences` in the order of the runs, without those that come out the same; `counts` of all runs. */
export type Replay = { counts: Record<ReplayOutcome, number>; differences: Difference[] }

export const nothingReplayed = (): Replay => ({
  counts: { same: 0, 'more-urgent': 0, 'less-urgent': 0, 'other-words': 0, 'not-asked-then': 0, 'leads-nowhere': 0 },
  differences: [],
})

/** Adds what the candidate would have said of these runs to `soFar` and gives that: batch after batch, or all at once. */
export function replay(runs: Iterable<JudgedRun>, candidate: Protocol, soFar: Replay = nothingReplayed()): Replay {
  for (const run of runs) {
    const difference = differenceOf(run, candidate)
    soFar.counts[difference?.what ?? 'same'] += 1
    if (difference) soFar.differences.push(difference)
  }
  return soFar
}

function differenceOf({ id: run, verdict: was, ...sheet }: JudgedRun, candidate: Protocol): Difference | null {
  const now = verdictOf(candidate, sheet)
  if (now) {
    const isSame = now.end === was.end && now.class === was.class && now.hours === was.hours
    return isSame ? null : { run, was, now, what: otherwise(was, now) }
  }
  const { at, id } = walk(candidate, sheet.answers)
  return at === 'question'
    ? { run, was, what: 'not-asked-then', question: id }
    : { run, was, what: 'leads-nowhere', to: id }
}

function otherwise(was: Verdict, now: Verdict) {
  if (isLessUrgent(was, now)) return 'more-urgent'
  return isLessUrgent(now, was) ? 'less-urgent' : 'other-words'
}

/** Whether the version that judged a run still says byte for byte what is kept of it. @internal Tests hold the engine to it. */
export const isReplayed = ({ verdict, ...sheet }: JudgedRun, protocol: Protocol): boolean =>
  canonical(verdict) === canonical(verdictOf(protocol, sheet))
