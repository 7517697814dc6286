import { type ReactNode, useEffect, useRef } from 'react'
import type { Sending } from '#app/claims/views/use-reliable-submit.ts'
import { type Outcome, outcomeRule, outcomesWhere } from '#app/conversations/outcomes.ts'
import { Button } from '#app/ui/button.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { ActionBar } from '#app/ui/page.tsx'
import { useWords } from '../words.ts'
import type { useCountdown } from './use-countdown.ts'

type Countdown = ReturnType<typeof useCountdown<Outcome>>
type Props = {
  path: string
  selected: string
  countdown: Countdown
  sending: Sending
  isLost: boolean
  onChoose: (outcome: Outcome, isByKey: boolean) => void
  onSend: (then: 'next' | 'stop') => void
  /** What stands in the way of saving, at the button. */
  children: ReactNode
}

/** Always in sight: saving, going back, and on a narrow screen the outcomes that are chosen most. */
export function CallFooter({ path, selected, countdown, sending, isLost, onChoose, onSend, children }: Props) {
  const words = useWords().call
  const isBusy = sending.is === 'busy'
  if (countdown.running) return <Counting countdown={countdown} running={countdown.running} />
  const stop = { disabled: isLost, isPending: isBusy, onClick: stopping(() => onSend('stop')) }
  const giveBack = (
    <Button type="submit" variant="plain" formAction={`${path}/release`}>
      {words.later}
    </Button>
  )
  return (
    <>
      <div className="flex flex-wrap gap-2 border-t border-line pt-4 lg:hidden">
        <Button {...stop}>{words.saveStop}</Button>
        {giveBack}
      </div>
      <ActionBar>
        <div className="flex w-full flex-col gap-3 empty:hidden max-lg:max-h-[40vh] max-lg:overflow-y-auto">
          {children}
        </div>
        <div className="hidden lg:block">{giveBack}</div>
        <QuickBar isOn={selected === ''} onChoose={onChoose} />
        <div className={`flex-1 justify-end gap-3 lg:flex ${selected === '' ? 'hidden' : 'flex'}`}>
          <span className="hidden lg:block">
            <Button type="submit" name="afterwards" value="stop" {...stop}>
              {words.saveStop}
            </Button>
          </span>
          <span className="flex-1 lg:flex-none">
            <SaveButton isBusy={isBusy} isLost={isLost} onSend={() => onSend('next')} />
          </span>
        </div>
      </ActionBar>
    </>
  )
}

const stopping = (run: () => void) => (event: React.MouseEvent) => {
  event.preventDefault()
  run()
}

function SaveButton({ isBusy, isLost, onSend }: { isBusy: boolean; isLost: boolean; onSend: () => void }) {
  const words = useWords().call
  return (
    <Button
      type="submit"
      name="afterwards"
      value="next"
      variant="primary"
      isWide
      data-save
      disabled={isLost}
      isPending={isBusy}
      onClick={stopping(onSend)}
    >
      {words.saveNext}
      <kbd className="rounded-sm border border-current px-1 font-sans text-xs pointer-coarse:hidden">Ctrl+↵</kbd>
    </Button>
  )
}

const quickOutcomes = outcomesWhere(({ key }) => key === 1 || key === 2)

/** On a narrow screen: one thumb, before anything was chosen. */
function QuickBar({ isOn, onChoose }: { isOn: boolean; onChoose: Props['onChoose'] }) {
  const words = useWords()
  if (!isOn) return null
  const choose = (outcome: Outcome) => {
    const { sendsAtOnce, opensNotes } = outcomeRule(outcome)
    if (sendsAtOnce) return onChoose(outcome, false)
    document.querySelector<HTMLInputElement>(`#outcome-${outcome}`)?.click()
    document.querySelector(opensNotes ? '[name=notes]' : '#outcome')?.scrollIntoView({ block: 'start' })
  }
  return (
    <fieldset className="grid w-full grid-cols-3 gap-2 lg:hidden">
      <legend className="sr-only">{words.call.quickBar}</legend>
      {quickOutcomes.map((outcome) => (
        <Button key={outcome} onClick={() => choose(outcome)}>
          {words.outcomes[outcome]}
        </Button>
      ))}
      <Button icon="down" onClick={() => document.querySelector('#outcome')?.scrollIntoView()}>
        {words.call.elseWord}
      </Button>
    </fieldset>
  )
}

type CountingProps = { countdown: Countdown; running: NonNullable<Countdown['running']> }

/** The way back from an outcome that asks nothing. */
function Counting({ countdown, running }: CountingProps) {
  const words = useWords()
  const now = useRef<HTMLDivElement>(null)
  useEffect(() => now.current?.querySelector<HTMLElement>('[data-now]')?.focus(), [])
  const outcome = words.outcomes[running.what]
  const { call } = words
  const asks = outcomeRule(running.what).sendsAtOnce
    ? { text: call.countdownNote, yes: call.countdownAnyway }
    : { text: call.sure, yes: call.sureYes }
  return (
    <ActionBar>
      <div ref={now} className="flex w-full flex-wrap items-center gap-x-4 gap-y-2">
        <Icon name="clock" />
        <p role="status" className="min-w-0 flex-1 basis-56 font-bold">
          {running.isPaused ? asks.text(outcome) : call.countdown(outcome)}
        </p>
        <div className="flex gap-3 max-md:w-full max-md:*:flex-1">
          <Button keys="escape" keysLabel={call.countdownBack} onClick={countdown.back}>
            {call.countdownBack}
          </Button>
          <Button variant="primary" data-now onClick={countdown.now}>
            {running.isPaused ? asks.yes : call.countdownNow}
          </Button>
        </div>
        {!running.isPaused && (
          <progress
            aria-hidden="true"
            value={countdown.seconds - running.left}
            max={countdown.seconds}
            className="meter h-1.5 basis-full rounded-full"
          />
        )}
      </div>
    </ActionBar>
  )
}
