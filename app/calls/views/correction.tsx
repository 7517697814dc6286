import { Form } from '@remix-run/react'
import { useRef, useState } from 'react'
import { type DraftFields, last } from '#app/claims/draft-fields.ts'
import type { Draft } from '#app/claims/draft-store.server.ts'
import { TwoTexts } from '#app/claims/views/two-texts.tsx'
import { type Outcome, outcomeCodes } from '#app/conversations/outcomes.ts'
import { headingName, type PersonName } from '#app/tenants/names.ts'
import type { Dialable } from '#app/tenants/phone-text.server.ts'
import { Banner } from '#app/ui/banner.tsx'
import { RadioCards } from '#app/ui/choice.tsx'
import { MomentText } from '#app/ui/date-text.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'
import { useCorrectionWords } from '../correction-words.ts'
import { freeTextsOf } from '../free-texts.ts'
import type { QuickMoment } from '../quick-moments.ts'
import type { HomeStays } from '../saved-call.server.ts'
import { useWords } from '../words.ts'
import { ConversationFields } from './conversation-fields.tsx'
import { SaveRow, useKeptForm } from './kept-form.tsx'
import { questionsOf } from './outcome-list.tsx'
import { OutcomeNotes, OutcomeQuestions } from './outcome-questions.tsx'
import { problemTexts } from './problem-text.ts'

type Call = { outcome: Outcome; homeStays: HomeStays | null; numbers: Dialable[]; quick: QuickMoment[] }
type Props = {
  name: PersonName
  at: string
  /** Null for a conversation that was no call of ours. */
  call: Call | null
  isSpoken: boolean
  urgentNumbers: Parameters<typeof ConversationFields>[0]['urgentNumbers']
  stored: DraftFields
  /** What was typed before and not saved. */
  draft: Draft | null
  /** The colleague who typed that. */
  writtenBy: string | null
  formKey: string
  /** Of this page. */
  path: string
  back: string
  today: string
  now: string
  refused: { errors: Record<string, string>; draftFields: DraftFields } | undefined
}

/** What was saved of a call, to be put right: what it came to, and what was said. */
export function Correction({ name, at, back, now, writtenBy, ...form }: Props) {
  const words = useCorrectionWords()
  const callWords = useWords().call
  return (
    <Page width="narrow">
      <Head {...{ name, at, back, now }} />
      <p className="mb-6 text-ink-soft">{words.lead}</p>
      {writtenBy && <p className="mb-6">{callWords.writtenBy(writtenBy)}</p>}
      <CorrectionForm key={form.path} name={name} {...form} />
    </Page>
  )
}

type FormProps = Omit<Props, 'at' | 'back' | 'now' | 'writtenBy'>

function CorrectionForm({ name, call, isSpoken, urgentNumbers, stored, today, path, refused, ...props }: FormProps) {
  const words = useCorrectionWords()
  const callWords = useWords()
  // As it was when the page opened: the form has what was typed since.
  const [{ draft, formKey }] = useState(props)
  const draftFields = refused?.draftFields ?? draft?.draftFields ?? stored
  const form = useRef<HTMLFormElement | null>(null)
  const kept = useKeptForm(form, path, draft?.savedAt ?? null)
  const refusals = { ...callWords.refusals, ...words.refusals }
  const errors = problemTexts({ ...callWords, refusals }, refused?.errors ?? {}, draftFields)
  const fieldsShown = isSpoken ? { 'data-opens-notes': true } : { 'data-takes-note': true }
  return (
    <Form
      ref={form}
      method="post"
      noValidate
      onSubmit={kept.onSubmit}
      className="group/call flex min-w-0 flex-col gap-6"
    >
      <input type="hidden" name="key" value={formKey} />
      <input type="hidden" name="basedOn" value={kept.autosave.savedAt ?? ''} />
      {!call && <input type="checkbox" {...fieldsShown} defaultChecked hidden aria-hidden="true" tabIndex={-1} />}
      <ErrorSummary problems={Object.entries(errors).map(([field, message]) => ({ field, message }))} />
      {call && <OutcomeFields {...{ name, call, draftFields, errors, today }} />}
      <ConversationFields draftFields={draftFields} errors={errors} urgentNumbers={urgentNumbers} />
      <TwoTexts draft={kept.state} autosave={kept.autosave} form={form} textsOf={freeTextsOf} />
      <SaveRow form={form} kept={kept} discardAt={draft && `${path}/draft/removal`} words={words} />
    </Form>
  )
}

function Head({ name, at, back, now }: Pick<Props, 'name' | 'at' | 'back' | 'now'>) {
  const words = useCorrectionWords()
  const tenant = headingName(name, useLanguage())
  const meta = (
    <>
      {tenant} · <MomentText at={at} now={now} />
    </>
  )
  const label = back === '/calls' ? words.back : tenant
  return <PageHeader title={words.title} meta={meta} back={{ to: back, label }} />
}

type OutcomeFieldsProps = Pick<Props, 'name' | 'today'> & {
  call: Call
  draftFields: DraftFields
  errors: Record<string, string>
}

/** What it came to, with what that asks. What was agreed before is asked again only of another outcome. */
function OutcomeFields({ name, call, draftFields, errors, today }: OutcomeFieldsProps) {
  const words = useCorrectionWords()
  const [selected, setSelected] = useState(last(draftFields, 'outcome'))
  const { outcome, homeStays, quick } = call
  const asking = { draftFields, quick, today, callDetails: { tenant: name } }
  return (
    <>
      <input type="hidden" name="was" value={outcome} />
      <OutcomeChoice selected={selected} error={errors.outcome} onChoose={setSelected} />
      {selected !== outcome && (
        <>
          <Banner tone={homeStays ? 'attention' : undefined} isLive>
            {homeStays ? words.stays[homeStays] : words.moves}
          </Banner>
          <OutcomeQuestions call={asking} errors={errors} selected={selected} />
          <NumberChoice numbers={call.numbers} error={errors.numberUsed} />
        </>
      )}
      <OutcomeNotes draftFields={draftFields} numberText={null} />
    </>
  )
}

type ChoiceProps = { selected: string; error: string | undefined; onChoose: (outcome: Outcome) => void }

function OutcomeChoice({ selected, error, onChoose }: ChoiceProps) {
  const words = useWords()
  return (
    <fieldset id="outcome" tabIndex={-1} className="min-w-0" aria-describedby={error && 'outcome-error'}>
      <legend className="mb-2 text-lg font-bold">{words.call.outcome}</legend>
      {error && (
        <p id="outcome-error" className="mb-2 font-bold">
          {error}
        </p>
      )}
      <div className="grid gap-1.5 sm:grid-cols-2">
        {outcomeCodes.map((outcome) => (
          <label
            key={outcome}
            className="target flex items-center gap-3 rounded-md border border-line-strong bg-surface px-3 py-1.5 hover:bg-surface-sunk has-checked:border-accent has-checked:bg-accent-soft has-checked:font-bold has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus"
          >
            <input
              type="radio"
              name="outcome"
              id={`outcome-${outcome}`}
              value={outcome}
              defaultChecked={selected === outcome}
              onChange={() => onChoose(outcome)}
              {...questionsOf(outcome)}
              className="size-5 shrink-0 outline-none"
            />
            {words.outcomes[outcome]}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** Which number was rung, where that was not kept and something is said of it. */
function NumberChoice({ numbers, error }: { numbers: Dialable[]; error: string | undefined }) {
  const words = useWords().call
  if (numbers.length === 0) return null
  return (
    <div className="hidden group-has-[[data-home=other-number]:checked]/call:block">
      <RadioCards
        name="numberUsed"
        label={words.usedNumber}
        error={error}
        options={numbers.map(({ e164, text }) => ({ value: e164, label: text }))}
      />
    </div>
  )
}
