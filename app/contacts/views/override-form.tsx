import { verdictClasses } from '#app/triage/protocol.ts'
import { overrideReasons } from '#app/triage/run.ts'
import { useRunWords } from '#app/triage/run-words.ts'
import { useTriageWords } from '#app/triage/triage-words.ts'
import { Button } from '#app/ui/button.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { NumberField, SelectField, TextField } from '#app/ui/field.tsx'
import { OnScreen } from './on-screen.tsx'
import { StepForm } from './step-form.tsx'
import { useTyped } from './use-typed.ts'
import type { VerdictProps } from './verdict-panel.tsx'

/** More urgent freely, less urgent with a reason: both are kept. */
export function OverrideForm({ contact, path, run, verdict }: VerdictProps) {
  const words = useRunWords()
  const typed = useTyped('override')
  return (
    <Disclosure label={words.otherwise} isOpen={Boolean(typed)}>
      <StepForm path={path} step="override" fence={contact.fence}>
        {({ errors, isBusy }) => (
          <>
            <OnScreen run={run} verdict={verdict} />
            <HowFast key={`${verdict.holds.class} ${verdict.holds.hours}`} holds={verdict.holds} errors={errors} />
            <Why errors={errors} />
            <div>
              <Button type="submit" isPending={isBusy}>
                {words.decide}
              </Button>
            </div>
          </>
        )}
      </StepForm>
    </Disclosure>
  )
}

type Errors = { errors: Record<string, string> }

function HowFast({ holds, errors }: Errors & { holds: VerdictProps['verdict']['holds'] }) {
  const words = useRunWords()
  const typed = useTyped('override')
  const { classes } = useTriageWords()
  return (
    <>
      <SelectField
        name="verdictClass"
        label={words.howFast}
        defaultValue={typed?.verdictClass ?? holds.class}
        options={verdictClasses.map((value) => ({ value, label: classes[value] }))}
      />
      <NumberField
        name="hours"
        label={words.hoursField}
        hint={words.hoursHint}
        defaultValue={typed?.hours ?? holds.hours ?? ''}
        error={errors.hours}
      />
    </>
  )
}

function Why({ errors }: Errors) {
  const words = useRunWords()
  const typed = useTyped('override')
  const names = useTriageWords()
  return (
    <>
      <SelectField
        id="override-reason"
        name="reason"
        label={words.reason}
        hint={words.reasonHint}
        placeholder=""
        error={errors.reason}
        defaultValue={typed?.reason}
        options={overrideReasons.map((value) => ({ value, label: names.overrideReasons[value] }))}
      />
      <TextField
        id="override-words"
        name="words"
        label={words.words}
        isOptional
        maxLength={500}
        error={errors.words}
        defaultValue={typed?.words}
      />
    </>
  )
}
