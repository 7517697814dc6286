import { MomentText } from '#app/ui/date-text.tsx'
import { type Definition, DefinitionList } from '#app/ui/definition-list.tsx'
import { Section } from '#app/ui/page.tsx'
import { spoken } from '../read-back.ts'
import { useRunWords } from '../run-words.ts'
import type { ShownRun } from '../shown-run.ts'
import { useTriageWords } from '../triage-words.ts'
import { SpokenText } from './spoken-text.tsx'
import { Holds, Reason } from './verdict-band.tsx'

type Props = { run: ShownRun | null; replaced: readonly ShownRun[]; now: string }

/** How somebody was judged, for whoever reads it afterwards. */
export function RunsSeen({ run, replaced, now }: Props) {
  const words = useRunWords()
  const { kinds } = useTriageWords()
  return (
    <>
      {run && (
        <Section title={`${words.judged}: ${kinds[run.kind]}`} isPanel>
          <RunFacts run={run} now={now} />
        </Section>
      )}
      {replaced.map((one) => (
        <Section key={one.id} title={`${words.replaced}: ${kinds[one.kind]}`} isPanel>
          <RunFacts run={one} now={now} />
        </Section>
      ))}
    </>
  )
}

function RunFacts({ run, now }: { run: ShownRun; now: string }) {
  const words = useRunWords()
  const { circumstances } = useTriageWords()
  const { verdict, ringBackAt, rungBackAt, readBack } = run
  const facts: (Definition | null)[] = [
    { term: words.verdict, value: <Judged run={run} now={now} /> },
    run.steps.length > 0 ? { term: words.answers, value: <Answers run={run} now={now} /> } : null,
    run.circumstances.length > 0
      ? { term: words.circumstances, value: run.circumstances.map((one) => circumstances[one]).join(', ') }
      : null,
    verdict && verdict.safety.length > 0 ? { term: words.safety, value: <Safety safety={verdict.safety} /> } : null,
    verdict?.isOwnAccount && verdict.costsAgreed !== null
      ? { term: words.costsTerm, value: verdict.costsAgreed ? words.costsAgreed : words.costsDeclined }
      : null,
    ringBackAt && !rungBackAt ? { term: words.outsideDue, value: <MomentText at={ringBackAt} now={now} /> } : null,
    rungBackAt ? { term: words.outside, value: <MomentText at={rungBackAt} now={now} /> } : null,
    readBack ? { term: words.readBack, value: <WasReadBack readBack={readBack} /> } : null,
  ]
  return <DefinitionList items={facts.filter((fact) => fact !== null)} />
}

function Judged({ run, now }: { run: ShownRun; now: string }) {
  const words = useRunWords()
  const { verdict, starter, startedAt } = run
  return (
    <div className="flex flex-col gap-1">
      {verdict ? (
        <>
          <strong>
            <Holds holds={verdict.holds} />
          </strong>
          <Reason run={run} verdict={verdict} />
        </>
      ) : (
        <p>{words.none}</p>
      )}
      <p className="text-sm text-ink-soft">
        {starter && words.started(starter)} · <MomentText at={startedAt} now={now} />
      </p>
    </div>
  )
}

function Answers({ run: { steps, changes }, now }: { run: ShownRun; now: string }) {
  const words = useRunWords()
  const { answers } = useTriageWords()
  return (
    <ul className="flex flex-col gap-1">
      {steps.map(({ id, ask, answer }) => (
        <li key={id}>
          <SpokenText parts={ask} /> <strong>{answers[answer]}</strong>
        </li>
      ))}
      {changes.map(({ ask, answer, at, who }) => (
        <li key={String(at)} className="text-sm text-ink-soft">
          <SpokenText parts={ask} /> {words.earlier(answers[answer])} · <MomentText at={at} now={now} /> · {who}
        </li>
      ))}
    </ul>
  )
}

function Safety({ safety }: { safety: NonNullable<ShownRun['verdict']>['safety'] }) {
  const words = useRunWords()
  return (
    <ul className="flex flex-col gap-1">
      {safety.map(({ text, isRead }) => (
        <li key={spoken(text)}>
          <SpokenText parts={text} /> {isRead && <span className="text-sm text-ink-soft">({words.isRead})</span>}
        </li>
      ))}
    </ul>
  )
}

function WasReadBack({ readBack }: { readBack: NonNullable<ShownRun['readBack']> }) {
  const words = useRunWords()
  return (
    <div className="flex flex-col gap-2">
      <p>{readBack.isCorrected ? words.wasCorrected : words.wasRight}</p>
      <p className="whitespace-pre-wrap">{readBack.text}</p>
      {readBack.before && (
        <p className="text-sm whitespace-pre-wrap text-ink-soft">
          {words.before}: {readBack.before}
        </p>
      )}
    </div>
  )
}
