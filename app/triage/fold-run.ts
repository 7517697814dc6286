import type { Circumstance } from './circumstances.ts'
import type { Verdict } from './engine.ts'
import type { Answers } from './protocol.ts'
import type { Entry, Override } from './run.ts'
import { isLessUrgent, rankOf } from './urgency.ts'

/** What the columns of a run hold: all that its entries come to. */
export type Folded = {
  answers: Answers
  circumstances: Circumstance[]
  verdict: Verdict | null
  judgedAt: Date | null
  override: Override | null
  overriddenBy: string | null
  readBackAt: Date | null
  ringBackAt: Date | null
  rungBackAt: Date | null
}

const nothing: Folded = {
  answers: {},
  circumstances: [],
  verdict: null,
  judgedAt: null,
  override: null,
  overriddenBy: null,
  readBackAt: null,
  ringBackAt: null,
  rungBackAt: null,
}

/**
 * The run that these entries make, the oldest first. What was read back or made of a verdict holds for that verdict: a new one
 * is read back anew, and an override stays only while it still says what was meant.
 */
export function foldRun(entries: readonly Entry[]): Folded {
  let folded = nothing
  let judged: Verdict | null = null
  for (const entry of entries) {
    folded = { ...folded, ...changeBy(entry, folded, judged) }
    judged = folded.verdict ?? judged
  }
  return folded
}

function changeBy(entry: Entry, before: Folded, judged: Verdict | null): Partial<Folded> {
  const { at, accountId } = entry
  switch (entry.kind) {
    case 'answer':
      return { answers: { ...before.answers, [entry.details.question]: entry.details.answer } }
    case 'circumstances':
      return { circumstances: entry.details.circumstances }
    case 'verdict':
      return verdictBy(entry.details.verdict, at, { before, judged })
    case 'override':
      return { ...overrideBy(entry.details, accountId, before), readBackAt: null }
    case 'ring-back':
      return { ringBackAt: new Date(at.getTime() + entry.details.minutes * 60_000), rungBackAt: null }
    case 'rung-back':
      return { rungBackAt: at }
    case 'read-back':
      return entry.details.state === 'read' ? {} : { readBackAt: at }
    default:
      return {}
  }
}

type Earlier = { before: Folded; judged: Verdict | null }

function verdictBy(verdict: Verdict | null, at: Date, { before, judged }: Earlier): Partial<Folded> {
  if (!verdict) return { verdict, judgedAt: null, readBackAt: null }
  const { override, overriddenBy } = before
  const stays =
    override?.direction === 'up'
      ? isLessUrgent(verdict, override)
      : judged !== null && rankOf(judged) === rankOf(verdict)
  const kept = stays ? { override, overriddenBy } : { override: null, overriddenBy: null }
  return { verdict, judgedAt: at, readBackAt: null, ...kept }
}

/** As the protocol says it is no override. */
function overrideBy(override: Override, by: string, { verdict }: Folded): Partial<Folded> {
  const isSame = verdict !== null && rankOf(override) === rankOf(verdict)
  return isSame ? { override: null, overriddenBy: null } : { override, overriddenBy: by }
}
