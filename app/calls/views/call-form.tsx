import { useCallback, useEffect, useRef, useState } from 'react'
import { type DraftFields, last } from '#app/claims/draft-fields.ts'
import { ConnectionBanner } from '#app/claims/views/connection-banner.tsx'
import { SavedMark } from '#app/claims/views/saved-mark.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { useKeys } from '#app/ui/keys.tsx'
import type { CallDetails } from '../call-details.ts'
import type { QuickMoment } from '../quick-moments.ts'
import { useWords } from '../words.ts'
import { CallFooter } from './call-footer.tsx'
import { CallLost } from './call-lost.tsx'
import { ConversationFields } from './conversation-fields.tsx'
import { OutcomeList } from './outcome-list.tsx'
import { OutcomeQuestions } from './outcome-questions.tsx'
import type { PromiseChoices } from './promise-fields.tsx'
import { Promises } from './promises.tsx'
import { ScriptGuide } from './script-guide.tsx'
import { TenantPanel } from './tenant-panel.tsx'
import { useClaimedCall } from './use-claimed-call.ts'
import { useOutcome } from './use-outcome.ts'

export type CallFormProps = {
  callDetails: CallDetails
  /** What a draft kept. */
  draftFields: DraftFields
  savedAt: string | null
  /** Made when the form was opened: the same key gives the same answer. */
  writeKey: string
  startedAt: string
  now: string
  today: string
  quick: QuickMoment[]
  choices: PromiseChoices
  /** What a browser without script was refused. */
  errors: Record<string, string>
}

/** One form for the whole call: who, the script and the notes, and how it went. */
export function CallForm(props: CallFormProps) {
  const { callDetails, savedAt } = props
  const path = `/calls/${callDetails.targetId}`
  const { form, holdForm } = useFormAfterwards()
  const { draft, autosave, touch, lost, onLost } = useClaimedCall({ form, path, fence: callDetails.fence, savedAt })
  const initial = { outcome: last(props.draftFields, 'outcome'), errors: props.errors }
  const outcome = useOutcome({ form, to: `${path}/outcome`, autosave, initial, onLost })
  const messages = useMessages(outcome.errors)
  const saveNext = useWords().call.saveNext
  useKeys({ 'ctrl+enter': { label: saveNext, run: () => outcome.send('next') } }, { element: form })
  return (
    <form
      ref={holdForm}
      method="post"
      action={`${path}/outcome`}
      noValidate
      onSubmit={unlessElsewhere(() => outcome.send('next'))}
      className="group/call -mb-6 flex min-w-0 flex-col gap-4 md:min-h-[calc(100dvh-5rem)]"
    >
      <HiddenParts call={props} />
      <Head callDetails={callDetails}>
        <SavedMark draft={draft} />
      </Head>
      {lost ? (
        <CallLost holder={lost.holder} />
      ) : (
        <ConnectionBanner draft={draft} sending={outcome.sending} onTry={outcome.tryNow} />
      )}
      <Problems errors={messages} />
      <CallColumns call={props} outcome={outcome} messages={messages} onChange={touch} />
      <CallFooter
        path={path}
        selected={outcome.selected}
        countdown={outcome.countdown}
        sending={outcome.sending}
        isLost={lost !== null}
        onChoose={outcome.choose}
        onSend={outcome.send}
      />
    </form>
  )
}

/** The form, also after the page has gone elsewhere: its last words are saved then. */
function useFormAfterwards() {
  const form = useRef<HTMLFormElement | null>(null)
  const holdForm = useCallback((element: HTMLFormElement | null) => {
    if (element) form.current = element
  }, [])
  return { form, holdForm }
}

/** What was refused, as sentences. */
function useMessages(errors: Record<string, string>) {
  const { refusals } = useWords()
  return Object.fromEntries(
    Object.entries(errors).map(([field, code]) => [field, refusals[code] ?? refusals.other ?? code]),
  )
}

/** Giving the home back is a form of its own, and leaves the page. */
const unlessElsewhere = (send: () => void) => (event: React.FormEvent) => {
  const { submitter } = event.nativeEvent as SubmitEvent
  if (submitter?.hasAttribute('formaction')) return
  event.preventDefault()
  send()
}

type CallColumnsProps = {
  call: CallFormProps
  outcome: ReturnType<typeof useOutcome>
  messages: Record<string, string>
  onChange: () => void
}

/** Who is called, what is said, and how it went: below each other on a narrow screen, beside each other on a wide one. */
function CallColumns({ call, outcome, messages, onChange }: CallColumnsProps) {
  const { callDetails, draftFields, quick, choices, today, now } = call
  const [used, setUsed] = useState(last(draftFields, 'numberUsed') || callDetails.numbers[0]?.e164 || '')
  const usedText =
    callDetails.numbers.length > 1 ? (callDetails.numbers.find(({ e164 }) => e164 === used)?.text ?? null) : null
  return (
    <div className="grid flex-1 grid-cols-1 content-start items-start gap-x-8 gap-y-6 lg:grid-cols-2 lg:grid-rows-[auto_1fr] xl:grid-cols-[minmax(0,1fr)_minmax(0,1.25fr)_minmax(0,1fr)] xl:grid-rows-none">
      <TenantPanel callDetails={callDetails} now={now} today={today} used={used} onUse={setUsed} />
      <div className="flex min-w-0 flex-col gap-6 lg:col-start-2 lg:row-span-2 lg:row-start-1 xl:row-span-1">
        <ScriptGuide script={callDetails.campaign.script} draftFields={draftFields} />
        <ConversationFields draftFields={draftFields} errors={messages} />
      </div>
      <div className="flex min-w-0 flex-col gap-6 lg:col-start-1 xl:col-start-3 xl:row-start-1">
        <OutcomeList selected={outcome.selected} onChoose={outcome.choose} onClear={outcome.clear} />
        <OutcomeQuestions
          draftFields={draftFields}
          errors={messages}
          quick={quick}
          today={today}
          numberText={usedText}
        />
        <Promises draftFields={draftFields} errors={messages} choices={choices} onChange={onChange} />
      </div>
    </div>
  )
}

function Head({ callDetails, children }: { callDetails: CallDetails; children: React.ReactNode }) {
  const words = useWords().call
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 border-b border-line pb-2 text-sm">
      <p>
        <strong>{callDetails.campaign.name}</strong>
        <span className="text-ink-soft"> · {words.toGo(String(callDetails.campaign.toGo))}</span>
      </p>
      {children}
    </div>
  )
}

function Problems({ errors }: { errors: Record<string, string> }) {
  const [problems, setProblems] = useState<{ field: string; message: string }[]>([])
  const signature = JSON.stringify(errors)
  useEffect(() => {
    const found: Record<string, string> = JSON.parse(signature)
    setProblems(Object.entries(found).map(([field, message]) => ({ field, message })))
  }, [signature])
  return <ErrorSummary problems={problems} />
}

/** What goes along unseen, before anything that can be pressed. */
function HiddenParts({ call }: { call: CallFormProps }) {
  return (
    <>
      <input type="hidden" name="key" defaultValue={call.writeKey} />
      <input type="hidden" name="fence" value={call.callDetails.fence} />
      <input type="hidden" name="startedAt" value={call.startedAt} />
      <NoEnter />
    </>
  )
}

/** Enter in a field would press the first button of the form, which is an outcome: this one does nothing. */
const NoEnter = () => <button type="submit" disabled hidden aria-hidden="true" tabIndex={-1} />
