import { useNavigate } from '@remix-run/react'
import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Autosave } from './autosave.ts'
import { type Ended, isEnded, type PostFailure, post } from './post.ts'

/** `undoAt` is where the way back is posted, when there is one. */
type Saved = { ok: true; next: string; undoAt?: string }
type Refused = { ok: false; errors?: Record<string, string>; reason?: string; by?: string | null; key: string }
/** What the server answers; `key` is for what is sent after a refusal. */
export type SubmitAnswer = Saved | Refused
export type Sending = { is: 'no' } | { is: 'busy' } | { is: 'failing'; why: Exclude<PostFailure, Ended> }

const retryMs = 4_000

type Options = {
  form: RefObject<HTMLFormElement | null>
  to: string
  autosave: Autosave
  onRefused: (answer: Refused) => void
  onSaved: (answer: Saved) => void
}

/**
 * Sends the whole form once. What fails on the way is sent again with the same key, until it arrives or somebody goes
 * back: the server gives the same key the same answer.
 */
export function useReliableSubmit({ form, to, autosave, onRefused, onSaved }: Options) {
  const [sending, setSending] = useState<Sending>({ is: 'no' })
  const goOn = useGoOn(onSaved)
  const isBusy = useRef(false)
  const retry = useRetry()
  const latest = useRef({ autosave, onRefused, goOn })
  latest.current = { autosave, onRefused, goOn }

  const deliver = useCallback(
    async (body: FormData) => {
      if (isBusy.current) return
      isBusy.current = true
      setSending({ is: 'busy' })
      await latest.current.autosave.pause()
      const answer = await post<SubmitAnswer>(to, body)
      isBusy.current = false
      if ('failed' in answer) {
        const again = () => retry.later(() => void deliver(body))
        return setSending(goOnAfter(answer.failed, latest.current.autosave, again))
      }
      if (answer.got.ok) return latest.current.goOn(answer.got)
      setSending({ is: 'no' })
      latest.current.autosave.resume()
      takeKey(form.current, answer.got.key)
      latest.current.onRefused(answer.got)
    },
    [to, form, retry],
  )
  return {
    sending,
    send(changes: Record<string, string>) {
      retry.cancel()
      if (form.current) void deliver(bodyOf(form.current, autosave, changes))
    },
    /** For a page that is closing: it goes out by itself, once. */
    sendLeaving(changes: Record<string, string>) {
      if (form.current && !isBusy.current) void post(to, bodyOf(form.current, autosave, changes), true)
    },
    tryNow: retry.now,
  }
}

/** It is sent again, unless they may not any more. */
function goOnAfter(why: PostFailure, autosave: Autosave, again: () => void): Sending {
  autosave.resume()
  if (!isEnded(why)) {
    again()
    return { is: 'failing', why }
  }
  autosave.end(why)
  return { is: 'no' }
}

function useGoOn(onSaved: Options['onSaved']) {
  const navigate = useNavigate()
  return (saved: Saved) => {
    onSaved(saved)
    navigate(saved.next, { replace: true })
  }
}

/** What is done again in a while, or earlier for somebody who will not wait. */
function useRetry() {
  const again = useRef<() => void>(() => {})
  const timer = useRef<ReturnType<typeof setTimeout>>()
  useEffect(() => () => clearTimeout(timer.current), [])
  return useMemo(() => {
    const cancel = () => clearTimeout(timer.current)
    const later = (run: () => void) => {
      again.current = run
      timer.current = setTimeout(run, retryMs)
    }
    const now = () => {
      cancel()
      again.current()
    }
    return { later, now, cancel }
  }, [])
}

function bodyOf(form: HTMLFormElement, { savedAt }: Autosave, changes: Record<string, string>) {
  const body = new FormData(form)
  body.set('basedOn', savedAt ?? '')
  for (const [name, value] of Object.entries(changes)) body.set(name, value)
  return body
}

/** What was refused is another write the next time. */
function takeKey(form: HTMLFormElement | null, key: string) {
  const field = form?.elements.namedItem('key')
  if (field instanceof HTMLInputElement) field.value = key
}
