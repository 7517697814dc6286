import { spoken } from '#app/triage/read-back.ts'
import { useRunWords } from '#app/triage/run-words.ts'
import type { ShownRun, ShownVerdict } from '#app/triage/shown-run.ts'
import { useTriageWords } from '#app/triage/triage-words.ts'
import { SpokenText } from '#app/triage/views/spoken-text.tsx'
import { Holds, Reason } from '#app/triage/views/verdict-band.tsx'
import { Button } from '#app/ui/button.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { urgencyOfClass } from '../contact.ts'
import { useContactWords } from '../contact-words.ts'
import { useJudgingWords } from '../judging-words.ts'
import type { ContactLoaded } from '../load-contact-page.server.ts'
import type { Judging } from '../load-judging.server.ts'
import { useWords } from '../words.ts'
import { OnScreen } from './on-screen.tsx'
import { OverrideForm } from './override-form.tsx'
import { Circumstances, Given } from './question-panel.tsx'
import { ReadBackPanel } from './read-back-panel.tsx'
import { StageHeading } from './stage-heading.tsx'
import { readingMs, StepForm } from './step-form.tsx'

export type VerdictProps = {
  contact: ContactLoaded['contact']
  path: string
  formId: string
  judging: Judging
  run: ShownRun
  verdict: ShownVerdict
  /** To answer one of the questions anew. */
  onPick: (question: string | null) => void
}

const bands = {
  danger: 'border-danger bg-danger-soft text-danger-text',
  urgent: 'border-attention bg-attention-soft text-attention-ink',
  'working-day': 'border-accent bg-accent-soft',
  none: 'border-line-strong bg-surface-sunk',
}

/** What comes out, what to say of it, and what to read out; then it is summed up. */
export function VerdictPanel(props: VerdictProps) {
  const { run, verdict, judging, contact, path, onPick } = props
  const words = useRunWords()
  const isToldOf = verdict.safety.every(({ isRead }) => isRead) || verdict.costsAgreed === false
  const isAgreed = !verdict.isOwnAccount || verdict.costsAgreed !== null
  return (
    <div className="flex min-w-0 flex-col gap-3">
      <section
        aria-label={words.verdict}
        className={`flex flex-col gap-1 rounded-lg border-2 px-4 py-3 sm:px-6 ${bands[verdict.holds.class]}`}
      >
        <StageHeading isLarge>
          <Holds holds={verdict.holds} />
        </StageHeading>
        <Reason run={run} verdict={verdict} />
        <StillMoreUrgent contact={contact} holds={verdict.holds} />
      </section>
      <div className="flex flex-col gap-4 rounded-lg border border-line bg-surface p-4 sm:px-6">
        <Say {...props} />
        <Outside {...props} />
        {verdict.isOwnAccount && <Costs {...props} />}
        {isAgreed && <Send verdict={verdict} />}
        {isAgreed && verdict.costsAgreed !== false && <Safety {...props} />}
        {isAgreed && isToldOf && <ReadBackPanel {...props} />}
      </div>
      <OverrideForm {...props} />
      <Disclosure label={useJudgingWords().question.given}>
        <Given steps={run.steps} picked={null} onPick={onPick} />
        <Circumstances contact={contact} path={path} run={run} proposed={judging.proposed} />
      </Disclosure>
    </div>
  )
}

/** What somebody said themselves does not go down with a verdict. */
function StillMoreUrgent({ contact, holds }: { contact: VerdictProps['contact']; holds: ShownVerdict['holds'] }) {
  const { stillMoreUrgent } = useJudgingWords()
  const { urgencies } = useContactWords()
  const { urgency } = useWords()
  if (contact.urgency >= urgencyOfClass[holds.class]) return null
  return <p>{stillMoreUrgent(urgencies[contact.urgency], urgency.title)}</p>
}

/** As it is said to them; who decided otherwise says it in their own words. */
function Say({ verdict, judging: { officeDay } }: VerdictProps) {
  const words = useRunWords()
  const isOwn = verdict.override !== null && verdict.holds.class !== verdict.class
  return (
    <div className="flex flex-col gap-2">
      <p className="text-xl">
        {isOwn ? (
          words.nobodySends
        ) : (
          <>
            <strong className="sr-only">{words.say}</strong> <SpokenText parts={verdict.say} />
          </>
        )}
      </p>
      {verdict.holds.class === 'working-day' && officeDay && (
        <p className="text-xl font-bold">{words.officeRings(officeDay)}</p>
      )}
      <p>
        <SpokenText parts={verdict.worse} />
      </p>
    </div>
  )
}

function Send({ verdict: { trades, holds, costsAgreed } }: Pick<VerdictProps, 'verdict'>) {
  const words = useRunWords()
  const { trades: names } = useTriageWords()
  if (trades.length === 0 || !['urgent', 'danger'].includes(holds.class) || costsAgreed === false) return null
  return (
    <p className="font-bold">
      {words.send} {trades.map((trade) => names[trade]).join(', ')}
    </p>
  )
}

/** Before anybody is sent. */
function Costs({ contact, path, run, verdict }: VerdictProps) {
  const words = useRunWords()
  const { keys } = useJudgingWords().question
  const { costsAgreed } = verdict
  const isOpen = costsAgreed === null
  return (
    <div className="flex flex-col gap-2 border-l-4 border-attention pl-4">
      <h3 className="text-xl font-bold">{words.costs}</h3>
      {costsAgreed !== null && <p role="status">{costsAgreed ? words.costsAgreed : words.costsDeclined}</p>}
      <StepForm path={path} step="costs" fence={contact.fence} restMs={readingMs}>
        {({ isBusy }) => (
          <div className="flex flex-wrap gap-2">
            <OnScreen run={run} verdict={verdict} />
            <Button
              type="submit"
              name="agreed"
              value="yes"
              variant={isOpen ? 'primary' : 'quiet'}
              keys={isOpen ? keys.yes : undefined}
              aria-disabled={isBusy || undefined}
            >
              {words.agreed}
            </Button>
            <Button
              type="submit"
              name="agreed"
              value="no"
              keys={isOpen ? keys.no : undefined}
              aria-disabled={isBusy || undefined}
            >
              {words.declined}
            </Button>
          </div>
        )}
      </StepForm>
    </div>
  )
}

/** Each line is read out and ticked; one key does the next. */
function Safety({ contact, path, run, verdict }: VerdictProps) {
  const words = useRunWords()
  const { safety } = verdict
  const next = safety.findIndex(({ isRead }) => !isRead)
  if (safety.length === 0) return null
  return (
    <StepForm path={path} step="safety" fence={contact.fence}>
      {({ isBusy }) => (
        <>
          <OnScreen run={run} verdict={verdict} />
          <h3 className="text-xl font-bold">{words.safety}</h3>
          <ol className="flex flex-col gap-2">
            {safety.map(({ text, isRead }, line) => (
              <SafetyLine
                key={spoken(text)}
                line={line}
                text={text}
                isRead={isRead}
                isNext={line === next}
                isBusy={isBusy}
              />
            ))}
          </ol>
        </>
      )}
    </StepForm>
  )
}

type LineProps = ShownVerdict['safety'][number] & { line: number; isNext: boolean; isBusy: boolean }

function SafetyLine({ line, text, isRead, isNext, isBusy }: LineProps) {
  const words = useRunWords()
  const colour = isNext ? 'border-accent' : 'border-transparent'
  return (
    <li className={`flex flex-wrap items-center gap-x-3 gap-y-1 border-l-4 py-1 pl-3 ${colour}`}>
      <span className={`min-w-0 flex-1 basis-64 ${isRead ? 'text-ink-soft' : 'text-xl'}`}>
        <SpokenText parts={text} />
      </span>
      {isRead ? (
        <span className="inline-flex items-center gap-1 text-sm text-accent">
          <Icon name="check" /> {words.isRead}
        </span>
      ) : (
        <Button
          type="submit"
          name="line"
          value={line}
          keys={isNext ? 'v' : undefined}
          keysLabel={words.read}
          aria-disabled={isBusy || undefined}
        >
          {words.read}
        </Button>
      )}
    </li>
  )
}

/** Talking on indoors is the danger itself. What was typed goes along in the form of the record. */
function Outside({ path, formId, run, verdict }: VerdictProps) {
  const words = useRunWords()
  if (verdict.ringBackMinutes === null || run.rungBackAt) return null
  return (
    <div className="sticky bottom-50 z-5 md:bottom-20 [&>button]:min-h-16 [&>button]:text-xl">
      <Button type="submit" form={formId} formAction={`${path}/outside`} variant="danger" isWide keys="b">
        {words.goOutside(verdict.ringBackMinutes)}
      </Button>
    </div>
  )
}
