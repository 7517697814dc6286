import { type RefObject, useState } from 'react'
import type { Autosave } from '#app/claims/views/autosave.ts'
import { useReliableSubmit } from '#app/claims/views/use-reliable-submit.ts'
import { type Outcome, outcomeRule } from '#app/conversations/outcomes.ts'
import { useCountdown } from './use-countdown.ts'

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
  const sender = useReliableSubmit({
    form,
    to,
    autosave,
    onRefused: (answer) => (answer.errors ? onRefused(answer.errors) : onLost(answer.by ?? null)),
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
    onRefused({})
    if (isByKey) setTimeout(() => focusNext(form.current, outcome))
  }
  const send = (then: 'next' | 'stop') =>
    selected ? sender.send({ outcome: selected, afterwards: then }) : onRefused({ outcome: 'outcome-required' })
  const clear = () => setSelected('')
  return { selected, countdown, choose, clear, send, sending: sender.sending, tryNow: sender.tryNow }
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
