import { type ReactNode, useState } from 'react'
import { type DraftFields, first, isTicked, last } from '#app/claims/draft-fields.ts'
import { type Outcome, outcomeCodes, outcomeRule, skipReasons } from '#app/conversations/outcomes.ts'
import { type PersonName, spokenName } from '#app/tenants/names.ts'
import { CheckboxField, RadioCards } from '#app/ui/choice.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { useWords } from '../words.ts'
import type { CallFormProps } from './call-form.tsx'
import { WhenFields } from './when-fields.tsx'

// Shown by the browser itself while its radio button is chosen, so it works before any script has run. The style sheet
// is made of whole class names found in the sources: what is said of one outcome alone must be spelled out.
const noteShownFor: Partial<Record<Outcome, string>> = {
  'wrong-number': 'hidden group-has-[#outcome-wrong-number:checked]/call:flex',
  'out-of-service': 'hidden group-has-[#outcome-out-of-service:checked]/call:flex',
  declined: 'hidden group-has-[#outcome-declined:checked]/call:flex',
  'language-barrier': 'hidden group-has-[#outcome-language-barrier:checked]/call:flex',
  moved: 'hidden group-has-[#outcome-moved:checked]/call:flex',
  deceased: 'hidden group-has-[#outcome-deceased:checked]/call:flex',
}

type Asking = Pick<CallFormProps, 'draftFields' | 'quick' | 'today'> & { callDetails: { tenant: PersonName } }
type Props = {
  call: Asking
  errors: Record<string, string>
  selected: string
}

/** What must be asked before an outcome can be saved. */
export function OutcomeQuestions({ call, errors, selected }: Props) {
  const words = useWords()
  return (
    <>
      <Question of="skip-reason" shown="hidden group-has-[[data-asks=skip-reason]:checked]/call:flex">
        <RadioCards
          name="skipReason"
          label={words.call.skipReason}
          error={errors.skipReason}
          defaultValue={last(call.draftFields, 'skipReason')}
          options={skipReasons.map((value) => ({ value, label: words.skipReasons[value] }))}
        />
      </Question>
      <AppointmentQuestion call={call} errors={errors} selected={selected} />
    </>
  )
}

/** What will happen after each outcome, where that needs saying. */
export const OutcomeNotes = (props: Omit<NoteProps, 'outcome'>) =>
  outcomeCodes.map((outcome) => <Note key={outcome} outcome={outcome} {...props} />)

/** When it is tried again, and by whom. */
function AppointmentQuestion({ call: details, errors, selected }: Props) {
  const { draftFields, quick, today } = details
  const { call } = useWords()
  const name = spokenName(details.callDetails.tenant, useLanguage())
  const [who, setWho] = useState(last(draftFields, 'againWith') || 'me')
  const isPromise = outcomeCodes.some((code) => code === selected && outcomeRule(code).home.next !== 'pass-on')
  const sentence = who === 'me' ? call.againByYou : call.againByAnyone
  return (
    <Question of="appointment" shown="hidden group-has-[[data-takes-moment]:checked]/call:flex">
      <AgainTitle />
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
        sentence={isPromise ? (moment) => sentence(moment, name) : undefined}
      />
      <div
        onInput={({ target }) => setWho((target as HTMLInputElement).value)}
        className="group-has-[[data-home=pass-on]:checked]/call:hidden"
      >
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
  )
}

function AgainTitle() {
  const { call } = useWords()
  return (
    <p className="font-bold">
      <span className="hidden group-has-[[data-home=promise]:checked]/call:inline">{call.againTitle}</span>
      <span className="hidden group-has-[[data-home=retry]:checked]/call:inline">{call.againMaybe}</span>
      <span className="hidden group-has-[[data-home=pass-on]:checked]/call:inline">{call.againSkipped}</span>
    </p>
  )
}

type NoteProps = {
  outcome: Outcome
  draftFields: DraftFields
  /** The number that was rung, when there are several. */
  numberText: string | null
}

function Note({ outcome, draftFields, numberText }: NoteProps) {
  const { call, outcomeNotes } = useWords()
  const { strikes, reportedStatus } = outcomeRule(outcome)
  const note = outcomeNotes[outcome]
  if (!note) return null
  return (
    <Question of={outcome} shown={noteShownFor[outcome]} title={strikes && numberText}>
      <p>{note}</p>
      {reportedStatus === 'objected' && (
        <CheckboxField name="objects" label={call.objects} defaultChecked={isTicked(draftFields, 'objects')} />
      )}
    </Question>
  )
}

type QuestionProps = { of: string; shown: string | undefined; title?: string | null; children: ReactNode }

function Question({ of, shown, title, children }: QuestionProps) {
  return (
    <div data-question={of} className={`flex-col gap-3 border-l-4 border-accent pl-4 ${shown ?? ''}`}>
      {title && <p className="font-bold">{title}</p>}
      {children}
    </div>
  )
}
