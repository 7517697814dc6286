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
 * is read back anew. Lowered, it stays so while the verdict is as urgent as it was; raised, it is never less urgent than that,
 * whatever the verdict was meanwhile.
 */
export function foldRun(entries: readonly Entry[]): Folded {
  let folded = nothing
  const earlier: Earlier = { judged: null, raised: null }
  for (const entry of entries) {
    folded = { ...folded, ...changeBy(entry, folded, earlier) }
    earlier.judged = folded.verdict ?? earlier.judged
    if (entry.kind === 'override') earlier.raised = raisedBy(folded)
  }
  return folded
}

type Overridden = Pick<Folded, 'override' | 'overriddenBy'>
/** The verdict there was last, and what somebody raised it to. */
type Earlier = { judged: Verdict | null; raised: Overridden | null }

const raisedBy = ({ override, overriddenBy }: Folded): Overridden | null =>
  override?.direction === 'up' ? { override, overriddenBy } : null

function changeBy(entry: Entry, before: Folded, earlier: Earlier): Partial<Folded> {
  const { at, accountId } = entry
  switch (entry.kind) {
    case 'answer':
      return { answers: { ...before.answers, [entry.details.question]: entry.details.answer } }
    case 'circumstances':
      return { circumstances: entry.details.circumstances }
    case 'verdict':
      return { ...verdictBy(entry.details.verdict, at), ...overrideAfter(entry.details.verdict, before, earlier) }
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

const verdictBy = (verdict: Verdict | null, at: Date): Partial<Folded> => ({
  verdict,
  judgedAt: verdict && at,
  readBackAt: null,
})

/** What is left of what somebody made of the verdict before. */
function overrideAfter(verdict: Verdict | null, before: Folded, { judged, raised }: Earlier): Partial<Folded> {
  if (!verdict) return {}
  if (raised?.override && isLessUrgent(verdict, raised.override)) return raised
  const isAsLow = before.override?.direction === 'down' && judged !== null && rankOf(judged) === rankOf(verdict)
  return isAsLow ? {} : { override: null, overriddenBy: null }
}

/** As the protocol says it is no override. */
function overrideBy(override: Override, by: string, { verdict }: Folded): Partial<Folded> {
  const isSame = verdict !== null && rankOf(override) === rankOf(verdict)
  return isSame ? { override: null, overriddenBy: null } : { override, overriddenBy: by }
}
