import { useRevalidator } from '@remix-run/react'
import { type FormEvent, type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import { post } from '#app/claims/views/post.ts'
import { sentenceOf } from '#app/ui/catalogue.ts'
import { useToast } from '#app/ui/toast.tsx'
import type { StepAnswer } from '../contact-steps.server.ts'
import { markSent, markTyped } from '../unsent.ts'
import { useWords } from '../words.ts'
import { useShowAnswered } from './use-answered.ts'
import { useKeptStep } from './use-kept-step.ts'

type Props = {
  /** Of the contact. */
  path: string
  step: string
  fence?: number
  /** For so long after it came, in milliseconds, nothing is sent: what is struck then was meant for what stood there before. */
  restMs?: number
  /** When it was done. */
  onDone?: () => void
  /** With the sentences of what was refused, by field, and whether it is being sent. */
  children: (form: { errors: Record<string, string>; isBusy: boolean }) => ReactNode
}

/** Nobody reads a question in less: a key struck twice is one answer, not one to the next question too. */
export const readingMs = 300

/** One step with a contact, sent beside the page: what is typed on it stays, whatever is answered and wherever the page goes. */
export function StepForm({ path, step, fence, restMs = 0, onDone, children }: Props) {
  const { errors, isBusy, send } = useStep(onDone)
  const hold = useKeptStep()
  const to = `${path}/${step}`
  const cameAt = useRef(0)
  useEffect(() => {
    cameAt.current = performance.now()
  }, [])
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (performance.now() - cameAt.current < restMs) return
    const { submitter } = event.nativeEvent as SubmitEvent
    void send(to, event.currentTarget, submitter)
  }
  return (
    <form
      ref={hold}
      method="post"
      action={to}
      noValidate
      onSubmit={onSubmit}
      onInput={(event) => markTyped(event.currentTarget)}
      className="flex min-w-0 flex-col gap-3"
    >
      {fence !== undefined && <input type="hidden" name="fence" value={fence} />}
      {children({ errors, isBusy })}
    </form>
  )
}

function useStep(onDone?: () => void) {
  const words = useWords()
  const toast = useToast()
  const shown = useShownAnew(onDone)
  const showAnswered = useShowAnswered()
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [isSending, setIsSending] = useState(false)
  const isBusy = isSending || shown.isAwaited
  const sentence = (code: string) => sentenceOf(words.refusals, code, words.stepFailed)
  const send = async (to: string, form: HTMLFormElement, submitter: HTMLElement | null) => {
    if (isBusy) return
    setIsSending(true)
    markSent(form)
    const answer = await post<StepAnswer>(to, new FormData(form, submitter))
    setIsSending(false)
    if ('failed' in answer || !answer.got.ok) markTyped(form)
    if ('failed' in answer) return toast({ text: words.stepFailed, tone: 'attention' })
    const refused = answer.got.ok ? {} : (answer.got.errors ?? {})
    setErrors(Object.fromEntries(Object.entries(refused).map(([field, code]) => [field, sentence(code)])))
    if (!answer.got.ok && !answer.got.errors) toast({ text: sentence(answer.got.reason), tone: 'attention' })
    const answered = answer.got.ok && answer.got.answered
    if (!answered) return shown.ask(answer.got.ok)
    showAnswered(answered)
    onDone?.()
  }
  return { errors, isBusy, send }
}

const patienceMs = 3_000

/** Loads the page again. Until it is there a key that is struck was meant for what stood there before. */
function useShownAnew(onDone?: () => void) {
  const { revalidate, state } = useRevalidator()
  const [isAwaited, setIsAwaited] = useState(false)
  const asked = useRef({ isLoading: false, wasDone: false })
  const done = useRef(onDone)
  useEffect(() => {
    done.current = onDone
  })
  const end = useCallback(() => {
    setIsAwaited(false)
    if (asked.current.wasDone) done.current?.()
  }, [])
  useEffect(() => {
    if (!isAwaited) return
    if (state === 'loading') asked.current.isLoading = true
    else if (asked.current.isLoading) end()
  }, [isAwaited, state, end])
  useEffect(() => {
    if (!isAwaited) return
    const late = setTimeout(end, patienceMs)
    return () => clearTimeout(late)
  }, [isAwaited, end])
  const ask = (wasDone: boolean) => {
    asked.current = { isLoading: false, wasDone }
    setIsAwaited(true)
    revalidate()
  }
  return { isAwaited, ask }
}
