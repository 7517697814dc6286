import type { Verdict } from '#app/triage/engine.ts'
import { useTriageWords } from '#app/triage/triage-words.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { MomentText } from '#app/ui/date-text.tsx'
import { Section } from '#app/ui/page.tsx'
import { Stat, StatRow } from '#app/ui/stat.tsx'
import { replayOutcomes } from '../replay.ts'
import type { ShownDifference, ShownReplay } from '../replay-runs.server.ts'
import { useWords } from '../words.ts'
import { EndBadge } from './end-badge.tsx'

type Shown = Omit<ShownDifference, 'at'> & { at: Date | string }
type ReplayOutcomeProps = {
  replay: Omit<ShownReplay, 'shown'> & { shown: Shown[] }
  now: string
  maySeeCalls: boolean
}

/** What the draft would have said of earlier callers: how many otherwise, and each of them. */
export function ReplayOutcome({ replay: { counts, shown, more }, now, maySeeCalls }: ReplayOutcomeProps) {
  const { publication: words } = useWords()
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const told = replayOutcomes.filter((what) => counts[what] > 0)
  return (
    <Section title={words.replay} lead={words.replayLead}>
      {all === 0 && <p className="text-ink-soft">{words.noRuns}</p>}
      {all > 0 && (
        <StatRow>
          {told.map((what) => (
            <Stat key={what} label={words.counts[what]} value={String(counts[what])} />
          ))}
        </StatRow>
      )}
      <ul className="flex flex-col gap-3">
        {shown.map((one) => (
          <li key={one.id} className="rounded-md border border-line bg-surface px-4 py-3">
            <Caller one={one} now={now} maySeeCalls={maySeeCalls} />
          </li>
        ))}
      </ul>
      {more > 0 && <p className="text-ink-soft">{words.more(more)}</p>}
    </Section>
  )
}

function Caller({ one, now, maySeeCalls }: { one: Shown; now: string; maySeeCalls: boolean }) {
  const { publication: words } = useWords()
  const { answers } = useTriageWords()
  return (
    <div className="flex flex-col gap-2">
      <p className="flex flex-wrap items-center justify-between gap-2">
        <span>
          <MomentText at={one.at} now={now} /> · <strong>{words.counts[one.what]}</strong>
        </span>
        {maySeeCalls && <LinkButton to={`/nights/contacts/${one.contactId}`}>{words.openCall}</LinkButton>}
      </p>
      <ul className="text-sm text-ink-soft">
        {one.answers.map(({ ask, answer }) => (
          <li key={ask} className="wrap-anywhere">
            {ask} <strong>{answers[answer]}</strong>
          </li>
        ))}
      </ul>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        {words.was}: <Rule verdict={one.was} />
      </p>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        {words.wouldBe}: {one.now && <Rule verdict={one.now} />}
        {one.question && words.notAsked(one.question)}
      </p>
    </div>
  )
}

function Rule({ verdict }: { verdict: Verdict }) {
  const { path } = useWords()
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <EndBadge end={verdict} /> {path.rule(verdict.rule)}
    </span>
  )
}
