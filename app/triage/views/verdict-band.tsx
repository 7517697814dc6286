import { Badge } from '#app/ui/badge.tsx'
import { useRunWords } from '../run-words.ts'
import type { ShownRun, ShownVerdict } from '../shown-run.ts'
import { useTriageWords } from '../triage-words.ts'
import { verdictText } from '../urgency-text.ts'
import { SpokenText } from './spoken-text.tsx'

type Props = { run: ShownRun; verdict: ShownVerdict }

/** "Spoed, binnen 2 uur": what holds. */
export function Holds({ holds }: Pick<ShownVerdict, 'holds'>) {
  return verdictText(holds, useTriageWords())
}

/** What the protocol says and why, with the rule and version that say it. */
export function Reason({ run, verdict }: Props) {
  const words = useRunWords()
  return (
    <>
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1 text-sm">
        <p className="text-lg">
          {words.because} <SpokenText parts={verdict.because} />
        </p>
        <Source run={run} verdict={verdict} />
        {verdict.isConcept && (
          <span title={words.conceptHint}>
            <Badge tone="attention">{words.concept}</Badge>
          </span>
        )}
      </div>
      {verdict.override && <Overridden override={verdict.override} />}
    </>
  )
}

function Source({ run: { version }, verdict: { rule, raisedBy } }: Props) {
  const words = useRunWords()
  const { circumstances } = useTriageWords()
  const source = `${words.rule(rule)}, ${version === null ? words.base : words.version(version)}`
  const raised = raisedBy.map((one) => circumstances[one].toLowerCase()).join(', ')
  return <span>{raised ? `${source} · ${words.raisedBy} ${raised}` : source}</span>
}

/** How an operator decided otherwise. */
export function Overridden({ override }: { override: NonNullable<ShownVerdict['override']> }) {
  const words = useRunWords()
  const { overrideReasons } = useTriageWords()
  const { direction, by, reason, words: typed } = override
  const parts = [words.changed[direction], by && words.by(by), reason && overrideReasons[reason]]
  return (
    <p>
      <strong>{parts.filter(Boolean).join(' · ')}</strong>
      {typed && <span className="block whitespace-pre-wrap">{typed}</span>}
    </p>
  )
}
