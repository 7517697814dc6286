import { useCallback, useEffect, useRef, useState } from 'react'
import { type DraftFields, last } from '#app/claims/draft-fields.ts'
import { ConnectionBanner } from '#app/claims/views/connection-banner.tsx'
import { SavedMark } from '#app/claims/views/saved-mark.tsx'
import { useAutosave } from '#app/claims/views/use-autosave.ts'
import { useLease } from '#app/claims/views/use-lease.ts'
import { useReliableSubmit } from '#app/claims/views/use-reliable-submit.ts'
import { type Outcome, outcomeRule } from '#app/conversations/outcomes.ts'
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
import { useCountdown } from './use-countdown.ts'

export type CallFormProps = {
  sheet: CallDetails
  /** What a draft kept. */
  typed: DraftFields
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

// The shortest lease of a round is five minutes.
const renewEveryMs = 60_000

/** One form for the whole call: who, the script and the notes, and how it went. */
export function CallForm(props: CallFormProps) {
  const { sheet, typed, quick, choices, today, now } = props
  const words = useWords()
  const form = useRef<HTMLFormElement | null>(null)
  const path = `/calls/${sheet.targetId}`
  const [selected, setSelected] = useState(last(typed, 'outcome'))
  const [used, setUsed] = useState(last(typed, 'numberUsed') || sheet.numbers[0]?.e164 || '')
  const [errors, setErrors] = useState(props.errors)
  const [lost, setLost] = useState<{ holder: string | null } | null>(null)
  const { draft, autosave } = useAutosave({
    form,
    to: `${path}/draft`,
    savedAt: props.savedAt,
    onRefused: (by) => setLost((before) => before ?? { holder: by }),
  })
  useLease({
    to: `${path}/lease`,
    fence: sheet.fence,
    everyMs: renewEveryMs,
    isOn: lost === null,
    onLost: (holder) => setLost({ holder }),
  })
  const sender = useReliableSubmit({
    form,
    to: `${path}/outcome`,
    autosave,
    onRefused(answer) {
      if (answer.errors) setErrors(answer.errors)
      else setLost({ holder: answer.by ?? null })
    },
  })
  const countdown = useCountdown<Outcome>(
    (outcome) => sender.send({ outcome, afterwards: 'next' }),
    (outcome) => sender.sendLeaving({ outcome, afterwards: 'stop' }),
  )
  const choose = (outcome: Outcome, isByKey: boolean) => {
    if (countdown.running?.what === outcome) return countdown.now()
    countdown.back()
    if (outcomeRule(outcome).sendsAtOnce) return countdown.start(outcome, hasNote(form.current))
    setSelected(outcome)
    if (isByKey) setTimeout(() => focusNext(form.current, outcome))
  }
  const send = (then: 'next' | 'stop') =>
    selected ? sender.send({ outcome: selected, afterwards: then }) : setErrors({ outcome: 'outcome-required' })
  useKeys({ 'ctrl+enter': { label: words.call.saveNext, run: () => send('next') } }, { element: form })
  const touch = useCallback(() => autosave.touch(), [autosave])
  const holdForm = useCallback((element: HTMLFormElement | null) => {
    // Kept after the page has gone elsewhere: its last words are saved then.
    if (element) form.current = element
  }, [])
  const messages = Object.fromEntries(
    Object.entries(errors).map(([field, code]) => [field, words.refusals[code] ?? words.refusals.other ?? code]),
  )
  const usedText = sheet.numbers.length > 1 ? (sheet.numbers.find(({ e164 }) => e164 === used)?.text ?? null) : null
  return (
    <form
      ref={holdForm}
      method="post"
      action={`${path}/outcome`}
      noValidate
      onSubmit={(event) => {
        const { submitter } = event.nativeEvent as SubmitEvent
        // Giving the home back is a form of its own, and leaves the page.
        if (submitter?.hasAttribute('formaction')) return
        event.preventDefault()
        send('next')
      }}
      className="group/call -mb-6 flex min-w-0 flex-col gap-4 md:min-h-[calc(100dvh-5rem)]"
    >
      <input type="hidden" name="key" defaultValue={props.writeKey} />
      <input type="hidden" name="fence" value={sheet.fence} />
      <input type="hidden" name="startedAt" value={props.startedAt} />
      <NoEnter />
      <Head sheet={sheet}>
        <SavedMark draft={draft} />
      </Head>
      {lost ? (
        <CallLost holder={lost.holder} />
      ) : (
        <ConnectionBanner draft={draft} sending={sender.sending} onTry={sender.tryNow} />
      )}
      <Problems errors={messages} />
      <div className="grid flex-1 grid-cols-1 content-start items-start gap-x-8 gap-y-6 lg:grid-cols-2 lg:grid-rows-[auto_1fr] xl:grid-cols-[minmax(0,1fr)_minmax(0,1.25fr)_minmax(0,1fr)] xl:grid-rows-none">
        <TenantPanel sheet={sheet} now={now} today={today} used={used} onUse={setUsed} />
        <div className="flex min-w-0 flex-col gap-6 lg:col-start-2 lg:row-span-2 lg:row-start-1 xl:row-span-1">
          <ScriptGuide script={sheet.campaign.script} typed={typed} />
          <ConversationFields typed={typed} errors={messages} />
        </div>
        <div className="flex min-w-0 flex-col gap-6 lg:col-start-1 xl:col-start-3 xl:row-start-1">
          <OutcomeList chosen={selected} onChoose={choose} onClear={() => setSelected('')} />
          <OutcomeQuestions typed={typed} errors={messages} quick={quick} today={today} numberText={usedText} />
          <Promises typed={typed} errors={messages} choices={choices} onChange={touch} />
        </div>
      </div>
      <CallFooter
        path={path}
        chosen={selected}
        countdown={countdown}
        sending={sender.sending}
        isLost={lost !== null}
        onChoose={choose}
        onSend={send}
      />
    </form>
  )
}

function Head({ sheet, children }: { sheet: CallDetails; children: React.ReactNode }) {
  const words = useWords().call
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 border-b border-line pb-2 text-sm">
      <p>
        <strong>{sheet.campaign.name}</strong>
        <span className="text-ink-soft"> · {words.toGo(String(sheet.campaign.toGo))}</span>
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

/** Enter in a field would press the first button of the form, which is an outcome: this one does nothing. */
const NoEnter = () => <button type="submit" disabled hidden aria-hidden="true" tabIndex={-1} />

const hasNote = (form: HTMLFormElement | null) => Boolean(form && String(new FormData(form).get('notes') ?? '').trim())

/** Where the keyboard goes on: what this outcome asks, else the button that saves. */
function focusNext(form: HTMLFormElement | null, outcome: Outcome) {
  if (!form) return
  const question = outcome === 'spoken' ? form.querySelector<HTMLElement>('[name=notes]') : questionOf(form, outcome)
  const target = question ?? form.querySelector<HTMLElement>('[data-save]')
  target?.focus()
  target?.scrollIntoView({ block: 'nearest' })
}

function questionOf(form: HTMLFormElement, outcome: Outcome) {
  const question = outcome === 'spoke-to-other' ? 'call-back-later' : outcome
  return form.querySelector<HTMLElement>(`[data-question="${question}"] :is(button, input, textarea)`)
}
