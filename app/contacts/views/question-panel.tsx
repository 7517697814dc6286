import { useState } from 'react'
import { type Circumstance, circumstances } from '#app/triage/circumstances.ts'
import { answers } from '#app/triage/protocol.ts'
import type { ShownRun, ShownStep } from '#app/triage/shown-run.ts'
import { useTriageWords } from '#app/triage/triage-words.ts'
import { SpokenText } from '#app/triage/views/spoken-text.tsx'
import { Button } from '#app/ui/button.tsx'
import { useKeys } from '#app/ui/keys.tsx'
import { useJudgingWords } from '../judging-words.ts'
import type { ContactLoaded } from '../load-contact-page.server.ts'
import type { Judging } from '../load-judging.server.ts'
import { OnScreen } from './on-screen.tsx'
import { StageHeading } from './stage-heading.tsx'
import { readingMs, StepForm } from './step-form.tsx'

type Props = { contact: ContactLoaded['contact']; path: string; run: ShownRun } & Pick<Judging, 'proposed'>
/** `first`: the one that is answered anew, after all were; `onEnd`: when it is. */
type PanelProps = Props & { first?: string; onEnd?: () => void }

/** One question at a time, large; what was answered stands above it and can be answered anew. */
export function QuestionPanel({ contact, path, run, proposed, first, onEnd }: PanelProps) {
  const words = useJudgingWords().question
  const { kinds } = useTriageWords()
  const [picked, setPicked] = useState<string | null>(first ?? null)
  const { steps, asking } = run
  const shown = steps.find(({ id }) => id === picked) ?? asking
  const at = shown ? steps.findIndex(({ id }) => id === shown.id) : -1
  const before = steps[at === -1 ? steps.length - 1 : at - 1]
  const onAnswered = () => {
    setPicked(null)
    onEnd?.()
  }
  useKeys(before ? { backspace: { label: words.back, run: () => setPicked(before.id) } } : {})
  return (
    <section
      aria-label={kinds[run.kind]}
      className="flex min-w-0 flex-col gap-5 rounded-lg border-2 border-accent bg-surface p-4 sm:p-6"
    >
      <Given steps={steps} picked={picked} onPick={setPicked} />
      {shown && (
        <div key={shown.id} className="flex flex-col gap-5" aria-live="polite">
          <div className="flex flex-col gap-2">
            <StageHeading isLarge>
              <SpokenText parts={shown.ask} />
            </StageHeading>
            <p className="text-ink-soft">
              {words.why} <SpokenText parts={shown.why} />
            </p>
          </div>
          <StepForm path={path} step="answer" fence={contact.fence} restMs={readingMs} onDone={onAnswered}>
            {({ isBusy }) => <Answers run={run} question={shown.id} given={steps[at]?.answer} isBusy={isBusy} />}
          </StepForm>
        </div>
      )}
      <Circumstances contact={contact} path={path} run={run} proposed={proposed} />
    </section>
  )
}

type AnswersProps = { run: ShownRun; question: string; given: string | undefined; isBusy: boolean }

function Answers({ run, question, given, isBusy }: AnswersProps) {
  const { answers: names } = useTriageWords()
  const { keys } = useJudgingWords().question
  return (
    <div className="grid grid-cols-1 gap-2 sm:grid-cols-3 [&>button]:min-h-14 [&>button]:text-xl">
      <OnScreen run={run} />
      <input type="hidden" name="question" value={question} />
      {answers.map((answer) => (
        <Button
          key={answer}
          type="submit"
          name="answer"
          value={answer}
          isWide
          variant={given === answer ? 'primary' : 'quiet'}
          keys={keys[answer]}
          keysLabel={names[answer]}
          aria-disabled={isBusy || undefined}
        >
          {names[answer]}
        </Button>
      ))}
    </div>
  )
}

type GivenProps = { steps: ShownStep[]; picked: string | null; onPick: (id: string | null) => void }

/** What was answered, each to be answered anew. */
export function Given({ steps, picked, onPick }: GivenProps) {
  const words = useJudgingWords().question
  const { answers: names } = useTriageWords()
  if (steps.length === 0) return null
  return (
    <ul aria-label={words.given} className="flex flex-col">
      {steps.map(({ id, ask, answer }) => (
        <li key={id} className="flex flex-wrap items-center gap-x-3 border-b border-line">
          <span className="min-w-0 flex-1 basis-56 text-ink-soft">
            <SpokenText parts={ask} />
          </span>
          <Button
            variant="plain"
            aria-label={words.change(names[answer])}
            aria-pressed={picked === id}
            onClick={() => onPick(id)}
          >
            {names[answer]}
          </Button>
        </li>
      ))}
    </ul>
  )
}

/** What of this caller makes it worse, of what this protocol goes by; what may hold is marked and never ticked by itself. */
export function Circumstances({ contact, path, run, proposed }: Props) {
  const words = useJudgingWords().question
  const asked = circumstances.filter((one) => run.raises.includes(one) || run.circumstances.includes(one))
  if (asked.length === 0) return null
  return (
    <div className="flex flex-col gap-2">
      <h3 className="font-bold">{words.circumstances}</h3>
      <ul className="flex flex-wrap gap-2">
        {asked.map((one, index) => (
          <li key={one}>
            <StepForm path={path} step="circumstance" fence={contact.fence}>
              {({ isBusy }) => (
                <>
                  <OnScreen run={run} />
                  <Tick
                    one={one}
                    holds={run.circumstances.includes(one)}
                    maybe={proposed.includes(one)}
                    keys={String(index + 1)}
                    isBusy={isBusy}
                  />
                </>
              )}
            </StepForm>
          </li>
        ))}
      </ul>
    </div>
  )
}

type TickProps = { one: Circumstance; holds: boolean; maybe: boolean; keys: string; isBusy: boolean }

function Tick({ one, holds, maybe, keys, isBusy }: TickProps) {
  const words = useJudgingWords().question
  const { circumstances: names } = useTriageWords()
  return (
    <>
      <input type="hidden" name="circumstance" value={one} />
      <Button
        type="submit"
        name="holds"
        value={holds ? 'no' : 'yes'}
        variant={holds ? 'primary' : 'quiet'}
        icon={holds ? 'check' : undefined}
        keys={keys}
        keysLabel={names[one]}
        aria-pressed={holds}
        aria-disabled={isBusy || undefined}
      >
        {names[one]}
        {maybe && !holds && <em className="text-attention-ink">({words.maybe})</em>}
      </Button>
    </>
  )
}
