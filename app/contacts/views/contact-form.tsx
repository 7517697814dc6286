import { CallerPanel } from '#app/callers/views/caller-panel.tsx'
import { ClaimedFormParts, unlessElsewhere, useFormAfterwards } from '#app/claims/views/claimed-form-parts.tsx'
import { SavedMark } from '#app/claims/views/saved-mark.tsx'
import { useClaimedForm } from '#app/claims/views/use-claimed-form.ts'
import { useProblems } from '#app/claims/views/use-problems.ts'
import { useReliableSubmit } from '#app/claims/views/use-reliable-submit.ts'
import { Button } from '#app/ui/button.tsx'
import { sentenceOf } from '#app/ui/catalogue.ts'
import { useKeys } from '#app/ui/keys.tsx'
import { ActionBar } from '#app/ui/page.tsx'
import { useToast } from '#app/ui/toast.tsx'
import type { ContactLoaded } from '../load-contact-page.server.ts'
import { stageOf } from '../stage.ts'
import { useWords } from '../words.ts'
import { ContactHead } from './contact-head.tsx'
import { ContactInTheWay } from './contact-in-the-way.tsx'
import { ContactSide } from './contact-side.tsx'
import { CrisisBox } from './crisis-box.tsx'
import { DangerScreen } from './danger-screen.tsx'
import { JudgingPanel } from './judging-panel.tsx'
import { RecordFields } from './record-fields.tsx'
import { Refused } from './refused.tsx'
import { RingBackPanel } from './ring-back-panel.tsx'
import { AnsweredProvider, useAnswered } from './use-answered.ts'
import { useContactNews } from './use-contact-news.ts'
import { recordFormId } from './use-kept-step.ts'
import { useProposal } from './use-proposal.ts'
import { TypedProvider } from './use-typed.ts'
import { useUnsent } from './use-unsent.ts'

// A third of the lease.
const renewEveryMs = 20_000
const formId = recordFormId

/** A contact in somebody's hands: is there danger, who is it, what is said and how it ends. */
export function ContactForm(loaded: ContactLoaded) {
  const { page, show } = useAnswered(loaded)
  return (
    <AnsweredProvider value={show}>
      <TypedProvider value={loaded.typed}>
        <InHand {...page} />
      </TypedProvider>
    </AnsweredProvider>
  )
}

function InHand(props: ContactLoaded) {
  const { contact, now, judging } = props
  const words = useWords()
  const path = `/contacts/${contact.id}`
  const record = useRecord(props, path)
  useContactNews(contact.id, { isTyping: true })
  const { draft, lost, send } = record
  const isShut = lost !== null || draft.is === 'ended'
  useKeys({ 'ctrl+enter': { label: words.saveNext, run: () => send('next') } })
  const notReached = () => send('next', { result: 'try-again' })
  const stage = judging && stageOf(contact, judging)
  // What was typed stays there meanwhile.
  const isAlone = stage === 'danger'
  return (
    <div className="-mb-6 flex min-w-0 flex-col gap-6">
      <ContactHead contact={contact} now={now} />
      <Refused refused={props.refused} />
      {isAlone && <DangerScreen contact={contact} path={path} />}
      {contact.lineKind === 'chat' && <CrisisBox contact={contact} crisisNumbers={props.crisisNumbers} path={path} />}
      {stage !== 'outside' && (
        <RingBackPanel contact={contact} path={path} isDisabled={isShut} onNotReached={notReached} />
      )}
      <div hidden={isAlone} className={columns}>
        <div className="flex min-w-0 flex-col gap-6">
          {judging && stage && !isAlone && (
            <JudgingPanel {...props} judging={judging} stage={stage} path={path} formId={formId} />
          )}
          {stage !== 'where' && <CallerPart {...props} path={path} />}
          <ContactSide {...props} path={path} />
        </div>
        <RecordForm loaded={props} path={path} record={record} />
      </div>
      <div hidden={isAlone} className="contents [&[hidden]]:hidden">
        <Bar contactId={contact.id} path={path} record={record} />
      </div>
    </div>
  )
}

const columns = 'grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)] [&[hidden]]:hidden'

type BarProps = { contactId: string; path: string; record: ReturnType<typeof useRecord> }

function Bar({ contactId, path, record }: BarProps) {
  const { draft, lost, sender, send } = record
  const isEnded = draft.is === 'ended'
  return (
    <ActionBar>
      <ContactInTheWay {...record} contactId={contactId} />
      <Buttons
        path={path}
        isShut={lost !== null || isEnded}
        isEnded={isEnded}
        isBusy={sender.sending.is === 'busy'}
        onSend={send}
      >
        <SavedMark draft={draft} />
      </Buttons>
    </ActionBar>
  )
}

type RecordFormProps = { loaded: ContactLoaded; path: string; record: ReturnType<typeof useRecord> }

function RecordForm({ loaded, path, record: { holdForm, problems, send } }: RecordFormProps) {
  const { contact, draftFields, savedAt, today, writeKey } = loaded
  const words = useWords()
  return (
    <form
      ref={holdForm}
      id={formId}
      method="post"
      action={`${path}/record`}
      noValidate
      aria-label={words.record}
      onInput={(event) => problems.settle((event.target as HTMLInputElement).name)}
      onSubmit={unlessElsewhere(() => send('next'))}
      className="group/record flex min-w-0 flex-col gap-4"
    >
      <ClaimedFormParts writeKey={writeKey} fence={contact.fence} savedAt={savedAt} />
      <RecordFields contact={contact} draftFields={draftFields} errors={problems.messages} today={today} />
    </form>
  )
}

type Then = 'next' | 'stop'

/** What is typed is kept, and saved once. */
function useRecord(loaded: ContactLoaded, path: string) {
  const { form, holdForm } = useFormAfterwards()
  const words = useWords()
  const toast = useToast()
  const { contact, savedAt } = loaded
  const claimed = useClaimedForm({ form, path, fence: contact.fence, savedAt, renewEveryMs })
  const problems = useProblems(form, loaded, ({ code }) =>
    sentenceOf(words.refusals, code, words.refusals.other ?? code),
  )
  const sender = useReliableSubmit({
    form,
    to: `${path}/record`,
    autosave: claimed.autosave,
    onRefused: (answer) => (answer.errors ? problems.refuse(answer.errors) : claimed.onLost(answer.by ?? null)),
    onSaved: () => toast({ text: words.saved }),
  })
  useProposal(form, loaded.proposed)
  const holdsBack = useUnsent()
  const send = (afterwards: Then, changes: Record<string, string> = {}) => {
    if (!holdsBack()) sender.send({ afterwards, ...changes })
  }
  return { ...claimed, form, holdForm, problems, sender, send }
}

type ButtonsProps = {
  path: string
  isShut: boolean
  /** There is no giving back either: the page would go, and with it what is typed. */
  isEnded: boolean
  isBusy: boolean
  onSend: (then: Then) => void
  children: React.ReactNode
}

function Buttons({ path, isShut, isEnded, isBusy, onSend, children }: ButtonsProps) {
  const words = useWords()
  const sending = (then: Then) => (event: React.MouseEvent) => {
    event.preventDefault()
    onSend(then)
  }
  const save = { type: 'submit', form: formId, name: 'afterwards', disabled: isShut, isPending: isBusy } as const
  return (
    <div className="flex w-full flex-wrap items-center gap-x-3 gap-y-1">
      <Button type="submit" form={formId} variant="plain" formAction={`${path}/release`} disabled={isEnded}>
        {words.giveBack}
      </Button>
      <div className="flex-1 text-sm">{children}</div>
      <div className="flex w-full gap-2 sm:w-auto sm:gap-3 [&>button]:grow">
        <Button {...save} value="stop" onClick={sending('stop')}>
          {words.saveStop}
        </Button>
        <Button {...save} value="next" variant="primary" data-save onClick={sending('next')}>
          {words.saveNext}
          <kbd className="rounded-sm border border-current px-1 font-sans text-xs max-sm:hidden pointer-coarse:hidden">
            Ctrl+↵
          </kbd>
        </Button>
      </div>
    </div>
  )
}

/** Who is calling, or that they would rather not say. */
function CallerPart({ contact, caller, path }: ContactLoaded & { path: string }) {
  const words = useWords()
  if (caller) return <CallerPanel caller={caller} action={path} roundAction={path} />
  if (!contact.isAnonymous) return null
  return (
    <form method="post" action={path} noValidate className="flex flex-wrap items-center gap-3">
      <p>{words.anonymous}</p>
      <Button type="submit" name="caller" value="undone">
        {words.anonymousUndo}
      </Button>
    </form>
  )
}
