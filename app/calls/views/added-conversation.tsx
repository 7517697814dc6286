import { Form, useNavigation, useSubmit } from '@remix-run/react'
import { type RefObject, useCallback, useMemo, useRef, useState } from 'react'
import type { DraftFields } from '#app/claims/draft-fields.ts'
import type { Draft } from '#app/claims/draft-store.server.ts'
import { ConnectionBanner } from '#app/claims/views/connection-banner.tsx'
import { SavedMark } from '#app/claims/views/saved-mark.tsx'
import { TwoTexts } from '#app/claims/views/two-texts.tsx'
import { useAutosave } from '#app/claims/views/use-autosave.ts'
import type { ShownUrgentNumber } from '#app/conversations/urgent-numbers.server.ts'
import { headingName, type PersonName } from '#app/tenants/names.ts'
import { Banner } from '#app/ui/banner.tsx'
import { Button } from '#app/ui/button.tsx'
import { DueText, MomentText } from '#app/ui/date-text.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import { Columns, Page, PageHeader, Section, Stack } from '#app/ui/page.tsx'
import { freeTextsOf } from '../free-texts.ts'
import { useRingBackWords } from '../ring-back-words.ts'
import { useWords } from '../words.ts'
import { ContactFields } from './contact-fields.tsx'
import { ConversationFields } from './conversation-fields.tsx'
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
  const kept = useKeptConversation(form, path, draft?.savedAt ?? null)
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
      <SaveRow form={form} kept={kept} discardAt={draft && `${path}/draft/removal`} />
    </Form>
  )
}

type SaveRowProps = {
  form: RefObject<HTMLFormElement | null>
  kept: ReturnType<typeof useKeptConversation>
  discardAt: string | null
}

function SaveRow({ form, kept, discardAt }: SaveRowProps) {
  const words = useRingBackWords().conversation
  const isBusy = useNavigation().state !== 'idle'
  return (
    <>
      <ConnectionBanner
        form={form}
        draft={kept.state}
        sending={{ is: 'no' }}
        onTry={kept.touch}
        textsOf={freeTextsOf}
        isHandedOver={false}
      />
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <Button type="submit" variant="primary" isPending={isBusy} disabled={kept.state.is === 'ended'}>
          {words.save}
        </Button>
        <div className="text-sm">
          <SavedMark draft={kept.state} />
        </div>
        {discardAt && (
          <Button type="submit" variant="plain" formAction={discardAt}>
            {words.discard}
          </Button>
        )}
      </div>
    </>
  )
}

/** What is typed is kept while typing, and once more before it is sent: without a connection the page stays as it is. */
function useKeptConversation(form: RefObject<HTMLFormElement | null>, path: string, savedAt: string | null) {
  const { draft: state, autosave } = useAutosave({ form, to: `${path}/draft`, savedAt, onRefused: () => undefined })
  const touch = useCallback(() => autosave.touch(), [autosave])
  const submit = useSubmit()
  const discard = async () => {
    await autosave.pause()
    // The browser's own way, so that the page begins anew.
    if (form.current) form.current.action = `${path}/draft/removal`
    form.current?.submit()
  }
  const onSubmit = async (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const { submitter } = event.nativeEvent as SubmitEvent
    if (submitter?.hasAttribute('formaction')) return discard()
    autosave.touch()
    if (await autosave.keep()) submit(form.current)
  }
  return { state, touch, onSubmit, autosave }
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
