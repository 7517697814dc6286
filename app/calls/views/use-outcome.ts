import { type RefObject, useRef, useState } from 'react'
import type { Autosave } from '#app/claims/views/autosave.ts'
import { post } from '#app/claims/views/post.ts'
import { useReliableSubmit } from '#app/claims/views/use-reliable-submit.ts'
import { type Outcome, outcomeCodes, outcomeRule } from '#app/conversations/outcomes.ts'
import { useToast } from '#app/ui/toast.tsx'
import { useWords } from '../words.ts'
import { useCountdown } from './use-countdown.ts'

type Then = 'next' | 'stop'
type Options = {
  form: RefObject<HTMLFormElement | null>
  to: string
  autosave: Autosave
  /** What a draft kept. */
  initial: string
  onRefused: (errors: Record<string, string>) => void
  /** With the name of who has the home now. */
  onLost: (holder: string | null) => void
}

/** How the call went: which outcome is chosen, and how it goes to the server; some count down and go by themselves. */
export function useOutcome({ form, to, autosave, initial, onRefused, onLost }: Options) {
  const [selected, setSelected] = useState(initial)
  const offerUndo = useUndo(selected)
  const sender = useReliableSubmit({
    form,
    to,
    autosave,
    onRefused: (answer) => (answer.errors ? onRefused(answer.errors) : onLost(answer.by ?? null)),
    onSaved: ({ undoAt }) => undoAt && offerUndo(undoAt),
  })
  const { goBack, afterwards, ...countdown } = useCountdownOf(form, sender)
  const choose = (outcome: Outcome, isByKey: boolean) => {
    if (countdown.running?.what === outcome) return countdown.now()
    countdown.back()
    afterwards.current = 'next'
    if (outcomeRule(outcome).sendsAtOnce) return countdown.start(outcome, hasNote(form.current))
    setSelected(outcome)
    onRefused({})
    if (isByKey) setTimeout(() => focusNext(form.current, outcome))
  }
  const send = (then: Then) => {
    if (countdown.running) return
    const outcome = outcomeCodes.find((code) => code === selected)
    if (!outcome) return onRefused({ outcome: 'outcome-required' })
    afterwards.current = then
    if (isForGood(form.current, outcome)) countdown.start(outcome, true)
    else sender.send({ outcome, afterwards: then })
  }
  const clear = () => setSelected('')
  return {
    selected,
    countdown: { ...countdown, back: goBack },
    choose,
    clear,
    send,
    sending: sender.sending,
    tryNow: sender.tryNow,
  }
}

/** What is sent in a moment, or once it is sure; who goes back stands at the button again. */
function useCountdownOf(form: Options['form'], sender: ReturnType<typeof useReliableSubmit>) {
  const afterwards = useRef<Then>('next')
  const countdown = useCountdown<Outcome>(
    (outcome) => sender.send({ outcome, afterwards: afterwards.current }),
    (outcome) => sender.sendLeaving({ outcome, afterwards: 'stop' }),
  )
  const goBack = () => {
    countdown.back()
    setTimeout(() => form.current?.querySelector<HTMLElement>('[data-save]')?.focus())
  }
  return { ...countdown, goBack, afterwards }
}

/** It holds for the tenant everywhere: asked once more. */
function isForGood(form: HTMLFormElement | null, outcome: Outcome) {
  const { reportedStatus } = outcomeRule(outcome)
  return reportedStatus === 'objected' ? Boolean(form && new FormData(form).has('objects')) : reportedStatus !== null
}

/** On the page that comes next as well: the way back of what was saved. */
function useUndo(selected: string) {
  const toast = useToast()
  const { call, outcomes } = useWords()
  const undo = async (undoAt: string) => {
    const answer = await post<{ ok: boolean }>(undoAt, new URLSearchParams({ aside: '' }))
    toast('got' in answer ? { text: call.undone } : { text: call.notUndone, tone: 'attention' })
  }
  return (undoAt: string) =>
    toast({ text: call.savedAs(outcomes[selected as Outcome]), undo: { run: () => void undo(undoAt) } })
}

const hasNote = (form: HTMLFormElement | null) => Boolean(form && String(new FormData(form).get('notes') ?? '').trim())

/** Where the keyboard goes on: what this outcome asks, else the button that saves. */
function focusNext(form: HTMLFormElement | null, outcome: Outcome) {
  if (!form) return
  const target = questionOf(form, outcome) ?? form.querySelector<HTMLElement>('[data-save]')
  target?.focus()
  target?.scrollIntoView({ block: 'nearest' })
}

function questionOf(form: HTMLFormElement, outcome: Outcome) {
  const { opensNotes, asks, asksWho, takesMoment } = outcomeRule(outcome)
  if (asksWho) return form.querySelector<HTMLElement>(`[data-question="${asksWho}"] input`)
  if (opensNotes) return form.querySelector<HTMLElement>('[name=notes]')
  const question = asks ?? (takesMoment ? 'appointment' : outcome)
  return form.querySelector<HTMLElement>(`[data-question="${question}"] :is(button, input, textarea)`)
}
