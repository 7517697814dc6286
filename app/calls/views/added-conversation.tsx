import { Form } from '@remix-run/react'
import { useMemo, useRef, useState } from 'react'
import type { DraftFields } from '#app/claims/draft-fields.ts'
import type { Draft } from '#app/claims/draft-store.server.ts'
import { TwoTexts } from '#app/claims/views/two-texts.tsx'
import type { ShownUrgentNumber } from '#app/conversations/urgent-numbers.server.ts'
import { headingName, type PersonName } from '#app/tenants/names.ts'
import { Banner } from '#app/ui/banner.tsx'
import { DueText, MomentText } from '#app/ui/date-text.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { Columns, Page, PageHeader, Section, Stack } from '#app/ui/page.tsx'
import { freeTextsOf } from '../free-texts.ts'
import { useRingBackWords } from '../ring-back-words.ts'
import { useWords } from '../words.ts'
import { ContactFields } from './contact-fields.tsx'
import { ConversationFields } from './conversation-fields.tsx'
import { SaveRow, useKeptForm } from './kept-form.tsx'
import { problemTexts } from './problem-text.ts'
import type { PromiseChoices } from './promise-fields.tsx'
import { Promises } from './promises.tsx'

type Refused = { errors: Record<string, string>; draftFields: DraftFields; writeKey: string }
type Earlier = { id: string; at: string; by: string; notes: string }
type Promised = { id: string; dueOn: string; owner: string; promise: string }
type Props = {
  name: PersonName
  address: string
  hasDied: boolean
  earlier: Earlier[]
  promises: Promised[]
  choices: PromiseChoices
  urgentNumbers: ShownUrgentNumber[]
  /** What was typed before and not saved. */
  draft: Draft | null
  /** The colleague who typed that. */
  writtenBy: string | null
  writeKey: string
  now: string
  /** Of this page. */
  path: string
  refused: Refused | undefined
  back: { to: string; label: string }
}

/** What was said, when it was no call of ours: the fields of a call, without its list and its outcome. */
export function AddedConversation({ name, address, hasDied, earlier, promises, now, ...form }: Props) {
  const words = useRingBackWords().conversation
  const language = useLanguage()
  return (
    <Page>
      <PageHeader title={words.title(headingName(name, language))} meta={address} back={form.back} />
      <Columns split="main-left">
        {hasDied ? <Banner tone="attention">{words.deceased}</Banner> : <ConversationForm key={form.path} {...form} />}
        <Stack>
          <PromisedSection promises={promises} today={form.choices.today} />
          <EarlierSection earlier={earlier} now={now} />
        </Stack>
      </Columns>
    </Page>
  )
}

const none: Record<string, never> = {}

type FormProps = Pick<Props, 'choices' | 'urgentNumbers' | 'writeKey' | 'refused' | 'draft' | 'writtenBy' | 'path'>

function ConversationForm({ choices, urgentNumbers, writeKey, refused, path, writtenBy, ...props }: FormProps) {
  const words = useRingBackWords().conversation
  const callWords = useWords()
  // As it was when the page opened: the form has what was typed since.
  const [draft] = useState(props.draft)
  const draftFields = refused?.draftFields ?? draft?.draftFields ?? none
  const form = useRef<HTMLFormElement | null>(null)
  const kept = useKeptForm(form, path, draft?.savedAt ?? null)
  const errors = useMemo(
    () => problemTexts(callWords, refused?.errors ?? none, draftFields),
    [refused, callWords, draftFields],
  )
  const problems = useMemo(() => Object.entries(errors).map(([field, message]) => ({ field, message })), [errors])
  return (
    <Form
      ref={(element) => {
        if (element) form.current = element
      }}
      method="post"
      noValidate
      onSubmit={kept.onSubmit}
      className="group/call flex min-w-0 flex-col gap-6"
    >
      <p className="text-ink-soft">{words.leadHome}</p>
      {writtenBy && <p>{callWords.call.writtenBy(writtenBy)}</p>}
      <input type="hidden" name="key" value={refused?.writeKey ?? writeKey} />
      <input type="hidden" name="basedOn" value={kept.autosave.savedAt ?? ''} />
      {/* What the fields look at to know that somebody was spoken to. */}
      <input type="checkbox" data-opens-notes defaultChecked hidden aria-hidden="true" tabIndex={-1} />
      <ErrorSummary problems={problems} />
      <ConversationFields draftFields={draftFields} errors={errors} urgentNumbers={urgentNumbers} />
      <Promises draftFields={draftFields} errors={errors} choices={choices} onChange={kept.touch} />
      <ContactFields draftFields={draftFields} errors={errors} />
      <TwoTexts draft={kept.state} autosave={kept.autosave} form={form} textsOf={freeTextsOf} />
      <SaveRow form={form} kept={kept} discardAt={draft && `${path}/draft/removal`} words={words} />
    </Form>
  )
}

function PromisedSection({ promises, today }: { promises: Promised[]; today: string }) {
  const words = useRingBackWords().conversation
  if (promises.length === 0) return null
  return (
    <Section title={words.promises} isPanel>
      <ul className="flex flex-col gap-3">
        {promises.map(({ id, promise, dueOn, owner }) => (
          <li key={id}>
            {promise}
            <p className="text-sm text-ink-soft">
              <DueText dueOn={dueOn} today={today} /> · {owner}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function EarlierSection({ earlier, now }: { earlier: Earlier[]; now: string }) {
  const words = useRingBackWords().conversation
  const { noNote } = useWords().call
  return (
    <Section title={words.earlier} isPanel>
      {earlier.length === 0 && <p className="text-ink-soft">{words.noEarlier}</p>}
      <ol className="flex flex-col gap-4 empty:hidden">
        {earlier.map(({ id, at, by, notes }) => (
          <li key={id} className="border-l-4 border-line pl-4">
            <p className="text-sm text-ink-soft">
              <MomentText at={at} now={now} /> · {by}
            </p>
            <p className="whitespace-pre-wrap">{notes || noNote}</p>
          </li>
        ))}
      </ol>
    </Section>
  )
}
