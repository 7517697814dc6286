import type { ReactNode } from 'react'
import { type DraftFields, first, isTicked, last } from '#app/claims/draft-fields.ts'
import type { Outcome } from '#app/conversations/outcomes.ts'
import { skipReasons } from '#app/conversations/outcomes.ts'
import { CheckboxField, RadioCards } from '#app/ui/choice.tsx'
import type { QuickMoment } from '../quick-moments.ts'
import { useWords } from '../words.ts'
import { WhenFields } from './when-fields.tsx'

// Shown by the browser itself while its radio button is chosen, so it works before any script has run.
const shownFor: Partial<Record<Outcome, string>> = {
  'call-back-later':
    'hidden group-has-[#outcome-call-back-later:checked]/call:flex group-has-[#outcome-spoke-to-other:checked]/call:flex group-has-[#outcome-skipped:checked]/call:flex',
  'wrong-number': 'hidden group-has-[#outcome-wrong-number:checked]/call:flex',
  'out-of-service': 'hidden group-has-[#outcome-out-of-service:checked]/call:flex',
  declined: 'hidden group-has-[#outcome-declined:checked]/call:flex',
  'language-barrier': 'hidden group-has-[#outcome-language-barrier:checked]/call:flex',
  moved: 'hidden group-has-[#outcome-moved:checked]/call:flex',
  deceased: 'hidden group-has-[#outcome-deceased:checked]/call:flex',
  skipped: 'hidden group-has-[#outcome-skipped:checked]/call:flex',
}

type Props = {
  draftFields: DraftFields
  errors: Record<string, string>
  quick: QuickMoment[]
  today: string
  /** The number that was rung, when there are several. */
  numberText: string | null
}

/** What must be asked before an outcome can be saved. */
export function OutcomeQuestions({ draftFields, errors, quick, today, numberText }: Props) {
  const words = useWords()
  const { call, outcomeNotes } = words
  return (
    <>
      <Question of="skipped">
        <RadioCards
          name="skipReason"
          label={call.skipReason}
          error={errors.skipReason}
          defaultValue={last(draftFields, 'skipReason')}
          options={skipReasons.map((value) => ({ value, label: words.skipReasons[value] }))}
        />
      </Question>
      <Question of="call-back-later">
        <p className="font-bold">
          <span className="hidden group-has-[#outcome-call-back-later:checked]/call:inline">{call.againTitle}</span>
          <span className="hidden group-has-[#outcome-spoke-to-other:checked]/call:inline">{call.againMaybe}</span>
          <span className="hidden group-has-[#outcome-skipped:checked]/call:inline">{call.againSkipped}</span>
        </p>
        <WhenFields
          onName="againOn"
          atName="againAt"
          onLabel={call.againOn}
          atLabel={call.againAt}
          quick={quick}
          earliest={today}
          on={first(draftFields, 'againOn')}
          at={first(draftFields, 'againAt')}
          errors={{ on: errors.againOn, at: errors.againAt }}
        />
        <div className="group-has-[#outcome-skipped:checked]/call:hidden">
          <RadioCards
            name="againWith"
            label={call.againWith}
            columns={2}
            defaultValue={last(draftFields, 'againWith') || 'me'}
            options={[
              { value: 'me', label: call.withMe },
              { value: 'anyone', label: call.withAnyone },
            ]}
          />
        </div>
      </Question>
      {(['wrong-number', 'out-of-service'] as const).map((outcome) => (
        <Question key={outcome} of={outcome} title={numberText ?? undefined}>
          <p>{outcomeNotes[outcome]}</p>
        </Question>
      ))}
      <Question of="declined">
        <p>{outcomeNotes.declined}</p>
        <CheckboxField name="objects" label={call.objects} defaultChecked={isTicked(draftFields, 'objects')} />
      </Question>
      {(['language-barrier', 'moved', 'deceased'] as const).map((outcome) => (
        <Question key={outcome} of={outcome}>
          <p>{outcomeNotes[outcome]}</p>
        </Question>
      ))}
    </>
  )
}

function Question({ of, title, children }: { of: Outcome; title?: string; children: ReactNode }) {
  return (
    <div data-question={of} className={`flex-col gap-3 border-l-4 border-accent pl-4 ${shownFor[of] ?? ''}`}>
      {title && <p className="font-bold">{title}</p>}
      {children}
    </div>
  )
}
