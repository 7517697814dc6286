import { type DraftFields, first, last } from '#app/claims/draft-fields.ts'
import { NoteWarnings } from '#app/conversations/views/note-warnings.tsx'
import { type Choice, RadioCards } from '#app/ui/choice.tsx'
import { DateField, SelectField, TextArea, TextField, TimeField } from '#app/ui/field.tsx'
import { nextTryAt } from '../call-back.ts'
import { agreements } from '../contact.ts'
import { useContactWords } from '../contact-words.ts'
import type { ContactLoaded } from '../load-contact-page.server.ts'
import { endingsOf, type GoingOn, kindsOf, ringBackMinutes } from '../record-choices.ts'
import { freeTextsOf } from '../record-texts.ts'
import { useWords } from '../words.ts'

type Props = {
  contact: ContactLoaded['contact']
  draftFields: DraftFields
  errors: Record<string, string>
  today: string
}

/** What an operator writes down of a contact. */
export function RecordFields(props: Props) {
  const { contact, draftFields, errors } = props
  const words = useWords()
  return (
    <>
      <TextArea
        name="notes"
        label={words.notes}
        hint={contact.lineKind === 'chat' ? words.chatNotesHint : words.notesHint}
        error={errors.notes}
        defaultValue={first(draftFields, 'notes')}
        maxLength={10_000}
      />
      <NoteWarnings draftFields={draftFields} errors={errors} textsOf={freeTextsOf} />
      <About {...props} />
      <Results {...props} />
      <RingBackFields {...props} />
      <RingBackNumber {...props} />
    </>
  )
}

function About({ contact, draftFields, errors }: Props) {
  const words = useWords()
  const names = useContactWords()
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Kind contact={contact} draftFields={draftFields} errors={errors} />
      <SelectField
        name="agreed"
        label={words.agreed}
        placeholder=""
        error={errors.agreed}
        defaultValue={last(draftFields, 'agreed')}
        options={agreements.map((value) => ({ value, label: names.agreements[value] }))}
      />
    </div>
  )
}

/** What it was judged on is what it is about: that is changed where it is judged. */
function Kind({ contact: { kind, lineKind }, draftFields, errors }: Omit<Props, 'today'>) {
  const words = useWords()
  const names = useContactWords()
  if (kind && lineKind !== 'chat')
    return (
      <div className="flex flex-col gap-1">
        <input type="hidden" name="kind" value={kind} />
        <span className="font-bold">{words.kind}</span>
        <span>{names.kinds[kind]}</span>
      </div>
    )
  return (
    <SelectField
      name="kind"
      label={words.kind}
      placeholder=""
      error={errors.kind}
      defaultValue={last(draftFields, 'kind')}
      options={kindsOf[lineKind].map((value) => ({ value, label: names.kinds[value] }))}
    />
  )
}

function Results({ contact, draftFields, errors }: Props) {
  const words = useWords()
  const { endings } = useContactWords()
  const goingOn = goingOnOf(contact).map((value): Choice => ({ value, label: words.goingOn[value] }))
  const ended = endingsOf[contact.lineKind].map((value): Choice => ({ value, label: endings[value] }))
  return (
    <RadioCards
      name="result"
      label={words.results}
      columns={2}
      error={errors.result}
      defaultValue={last(draftFields, 'result')}
      options={[...ended, ...goingOn]}
    />
  )
}

/** How it can stay open: again after nobody answered, and by the one who had them on the line. */
function goingOnOf({ state, tries, channel }: Props['contact']): GoingOn[] {
  if (state === 'call-back') return nextTryAt(tries + 1, new Date(0)) ? ['try-again', 'ring-back'] : ['ring-back']
  return channel === 'phone' ? ['ring-back', 'dropped'] : ['ring-back']
}

/** On which number, when it is another than the one that rang. */
function RingBackNumber({ contact, draftFields, errors }: Props) {
  const words = useWords()
  return (
    <TextField
      name="phone"
      type="tel"
      label={words.phone}
      hint={contact.number ? words.phoneHint : undefined}
      isOptional
      autoComplete="off"
      maxLength={40}
      error={errors.phone}
      defaultValue={first(draftFields, 'phone')}
    />
  )
}

/** Only when somebody is rung back; the browser shows it by itself, before any script. */
function RingBackFields(props: Props) {
  const { draftFields, errors } = props
  const words = useWords()
  const moments = [...ringBackMinutes, 'moment' as const]
  return (
    <div className="hidden flex-col gap-4 group-has-[[name=result][value=ring-back]:checked]/record:flex">
      <RadioCards
        name="ringIn"
        label={words.ringIn}
        columns={2}
        error={errors.ringIn}
        defaultValue={last(draftFields, 'ringIn')}
        options={moments.map((value) => ({ value, label: words.ringIns[value] }))}
      />
      <RingMoment {...props} />
      <RadioCards
        name="ringBy"
        label={words.ringBy}
        columns={2}
        defaultValue={last(draftFields, 'ringBy') || 'me'}
        options={(['me', 'desk'] as const).map((value) => ({ value, label: words.ringBys[value] }))}
      />
    </div>
  )
}

function RingMoment({ draftFields, errors, today }: Props) {
  const words = useWords()
  return (
    <div className="hidden flex-wrap gap-4 group-has-[[name=ringIn][value=moment]:checked]/record:flex">
      <DateField
        name="ringOn"
        label={words.ringOn}
        min={today}
        error={errors.ringOn}
        defaultValue={first(draftFields, 'ringOn') || today}
      />
      <TimeField name="ringAt" label={words.ringAt} error={errors.ringAt} defaultValue={first(draftFields, 'ringAt')} />
    </div>
  )
}
