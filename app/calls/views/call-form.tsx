import { useState } from 'react'
import { type DraftFields, last } from '#app/claims/draft-fields.ts'
import { ClaimedFormParts, unlessElsewhere, useFormAfterwards } from '#app/claims/views/claimed-form-parts.tsx'
import { SavedMark } from '#app/claims/views/saved-mark.tsx'
import { useClaimedForm } from '#app/claims/views/use-claimed-form.ts'
import { useProblems } from '#app/claims/views/use-problems.ts'
import { spokenName } from '#app/tenants/names.ts'
import { useKeys } from '#app/ui/keys.tsx'
import { useLanguage } from '#app/ui/language.tsx'
import type { CallDetails } from '../call-details.ts'
import type { QuickMoment } from '../quick-moments.ts'
import { useWords } from '../words.ts'
import { CallFooter } from './call-footer.tsx'
import { ContactFields } from './contact-fields.tsx'
import { ConversationFields } from './conversation-fields.tsx'
import { InTheWay } from './in-the-way.tsx'
import { OutcomeList } from './outcome-list.tsx'
import { OutcomeNotes, OutcomeQuestions } from './outcome-questions.tsx'
import { problemText } from './problem-text.ts'
import type { PromiseChoices } from './promise-fields.tsx'
import { Promises } from './promises.tsx'
import { ScriptGuide } from './script-guide.tsx'
import { TenantPanel } from './tenant-panel.tsx'
import { useOutcome } from './use-outcome.ts'

export type CallFormProps = {
  callDetails: CallDetails
  caller: { name: string; corporation: string }
  /** What a draft kept. */
  draftFields: DraftFields
  savedAt: string | null
  /** The colleague whose text it was, when it was taken over. */
  writtenBy: string | null
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

// The shortest lease of a campaign is five minutes.
const renewEveryMs = 60_000

/** One form for the whole call: who, the script and the notes, and how it went. */
export function CallForm(props: CallFormProps) {
  const { callDetails, savedAt } = props
  const words = useWords()
  const path = `/calls/${callDetails.targetId}`
  const claim = { fence: callDetails.fence, renewEveryMs }
  const { form, holdForm } = useFormAfterwards()
  const { draft, autosave, touch, lost, onLost } = useClaimedForm({ ...claim, form, path, savedAt })
  const problems = useProblems(form, props, (problem, draftFields) => problemText(words, problem, draftFields))
  const initial = last(props.draftFields, 'outcome')
  const outcome = useOutcome({ form, to: `${path}/outcome`, autosave, initial, onRefused: problems.refuse, onLost })
  useKeys({ 'ctrl+enter': { label: words.call.saveNext, run: () => outcome.send('next') } }, { element: form })
  return (
    <form
      ref={holdForm}
      method="post"
      action={`${path}/outcome`}
      noValidate
      onInput={(event) => problems.settle((event.target as HTMLInputElement).name)}
      onSubmit={unlessElsewhere(() => outcome.send('next'))}
      className="group/call -mb-6 flex min-w-0 flex-col gap-4 md:min-h-[calc(100dvh-5rem)]"
    >
      <ClaimedFormParts writeKey={props.writeKey} fence={callDetails.fence} savedAt={savedAt} />
      <input type="hidden" name="startedAt" value={props.startedAt} />
      <Head callDetails={callDetails} writtenBy={props.writtenBy}>
        <SavedMark draft={draft} />
      </Head>
      <CallColumns call={props} outcome={outcome} messages={problems.messages} onChange={touch} />
      <CallFooter
        path={path}
        selected={outcome.selected}
        countdown={outcome.countdown}
        sending={outcome.sending}
        isLost={lost !== null || draft.is === 'ended'}
        onChoose={outcome.choose}
        onSend={outcome.send}
      >
        <InTheWay {...{ form, callDetails, path, draft, autosave, outcome, lost, problems }} />
      </CallFooter>
    </form>
  )
}

// What is typed takes the middle of a wide screen; the script then stands under who is called.
const asideWhileTalking =
  'xl:group-has-[[data-opens-notes]:checked]/call:col-start-1 xl:group-has-[[data-opens-notes]:checked]/call:row-start-2 xl:group-has-[[data-takes-note]:checked]/call:col-start-1 xl:group-has-[[data-takes-note]:checked]/call:row-start-2'

type CallColumnsProps = {
  call: CallFormProps
  outcome: ReturnType<typeof useOutcome>
  messages: Record<string, string>
  onChange: () => void
}

/** Who is called, what is said, and how it went: below each other on a narrow screen, beside each other on a wide one. */
function CallColumns({ call, outcome, messages, onChange }: CallColumnsProps) {
  const { callDetails, caller, draftFields, choices, today, now } = call
  const tenant = spokenName(callDetails.tenant, useLanguage())
  const names = { caller: caller.name, corporation: caller.corporation, tenant }
  const [used, setUsed] = useState(last(draftFields, 'numberUsed') || callDetails.numbers[0]?.e164 || '')
  const usedText =
    callDetails.numbers.length > 1 ? (callDetails.numbers.find(({ e164 }) => e164 === used)?.text ?? null) : null
  return (
    <div className="grid flex-1 grid-cols-1 content-start items-start gap-x-8 gap-y-6 lg:grid-cols-2 lg:grid-rows-[auto_auto_1fr] xl:grid-cols-[minmax(0,1.05fr)_minmax(0,1.2fr)_minmax(0,1.1fr)] xl:grid-rows-[auto_1fr]">
      <TenantPanel callDetails={callDetails} now={now} today={today} used={used} onUse={setUsed} />
      <div className={`min-w-0 lg:col-start-2 lg:row-start-1 ${asideWhileTalking}`}>
        <ScriptGuide script={callDetails.campaign.script} names={names} draftFields={draftFields} />
      </div>
      <div className="min-w-0 lg:col-start-2 lg:row-span-2 lg:row-start-2 xl:row-start-1">
        <ConversationFields draftFields={draftFields} errors={messages} urgentNumbers={callDetails.urgentNumbers} />
      </div>
      <div className="flex min-w-0 flex-col gap-6 lg:col-start-1 lg:row-span-2 lg:row-start-2 xl:col-start-3 xl:row-start-1">
        <OutcomeList selected={outcome.selected} onChoose={outcome.choose} onClear={outcome.clear} />
        <OutcomeQuestions call={call} errors={messages} selected={outcome.selected} />
        <OutcomeNotes draftFields={draftFields} numberText={usedText} />
        <Promises draftFields={draftFields} errors={messages} choices={choices} onChange={onChange} />
        <ContactFields draftFields={draftFields} errors={messages} />
      </div>
    </div>
  )
}

type HeadProps = Pick<CallFormProps, 'callDetails' | 'writtenBy'> & { children: React.ReactNode }

function Head({ callDetails, writtenBy, children }: HeadProps) {
  const words = useWords().call
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 border-b border-line pb-2 text-sm">
      <p>
        <strong>{callDetails.campaign.name}</strong>
        <span className="text-ink-soft"> · {words.toGo(String(callDetails.campaign.toGo))}</span>
      </p>
      <div className="flex flex-wrap gap-x-4">
        {writtenBy && <p>{words.writtenBy(writtenBy)}</p>}
        {children}
      </div>
    </div>
  )
}
