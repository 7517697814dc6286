import { useState } from 'react'
import { readBack as readBackText } from '#app/triage/read-back.ts'
import { useRunWords } from '#app/triage/run-words.ts'
import { useTriageWords } from '#app/triage/triage-words.ts'
import { Button } from '#app/ui/button.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { OnScreen } from './on-screen.tsx'
import { StepForm } from './step-form.tsx'
import { useTyped } from './use-typed.ts'
import type { VerdictProps } from './verdict-panel.tsx'

/** What was understood and what happens, read aloud: it is right, or becomes so. */
export function ReadBackPanel({ contact, path, run, verdict, judging }: VerdictProps) {
  const words = useRunWords()
  const { kinds } = useTriageWords()
  const language = useLanguage()
  const typed = useTyped('read-back')
  const { readBack } = run
  const facts = { about: kinds[run.kind], answers: run.steps, verdict, place: judging.place, day: judging.officeDay }
  const text = readBack?.text ?? readBackText(facts, language)
  return (
    <section aria-label={words.readBack} className="flex flex-col gap-3 border-t border-line pt-4">
      <h3 className="flex items-center gap-2 text-xl font-bold">
        {readBack && <Icon name="check" className="size-5 text-accent" />}
        {readBack ? (readBack.isCorrected ? words.wasCorrected : words.wasRight) : words.readBack}
      </h3>
      <p className={readBack ? 'whitespace-pre-wrap text-ink-soft' : 'text-xl whitespace-pre-wrap'}>{text}</p>
      {!readBack && <Right contact={contact} path={path} run={run} verdict={verdict} text={text} />}
      <Disclosure label={words.correct} isOpen={Boolean(typed)}>
        <Correct contact={contact} path={path} run={run} verdict={verdict} text={text} typed={typed?.corrected} />
      </Disclosure>
    </section>
  )
}

type FormProps = Pick<VerdictProps, 'contact' | 'path' | 'run' | 'verdict'> & { text: string }

function Right({ contact, path, run, verdict, text }: FormProps) {
  const words = useRunWords()
  return (
    <StepForm path={path} step="read-back" fence={contact.fence}>
      {({ isBusy }) => (
        <div>
          <OnScreen run={run} verdict={verdict} />
          <input type="hidden" name="read" value={text} />
          <Button type="submit" variant="primary" keys="k" isPending={isBusy}>
            {words.right}
          </Button>
        </div>
      )}
    </StepForm>
  )
}

function Correct({ contact, path, run, verdict, text, typed }: FormProps & { typed?: string }) {
  const words = useRunWords()
  const [begun, setBegun] = useState<string | null>(null)
  // What somebody typed stays, also when there is something else to read back by now.
  const below = begun ?? text
  return (
    <StepForm path={path} step="read-back" fence={contact.fence} onDone={() => setBegun(null)}>
      {({ errors, isBusy }) => (
        <>
          <OnScreen run={run} verdict={verdict} />
          <input type="hidden" name="read" value={text} />
          <TextArea
            key={below}
            name="corrected"
            label={words.corrected}
            onInput={() => setBegun(below)}
            defaultValue={typed ?? below}
            maxLength={6_000}
            error={errors.corrected}
          />
          <div>
            <Button type="submit" isPending={isBusy}>
              {words.saveCorrected}
            </Button>
          </div>
        </>
      )}
    </StepForm>
  )
}
