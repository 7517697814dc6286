import { type FetcherWithComponents, useFetcher, useSearchParams } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { useToast } from '#app/ui/toast.tsx'

/** What the forms of these lists answer. */
export type ListAnswer<Step extends string = string> =
  | { ok: true; step: Step; changed: string[]; leftOut?: number }
  | { ok: false; reason: string }

type Said<Step extends string> = {
  /** The sentence for what was done, and where undoing is posted if it can be undone. */
  done: (answer: Extract<ListAnswer<Step>, { ok: true }>) => { text: string; undoAt?: string }
  refused: (reason: string) => string
}

/** One fetcher for a whole list: says what came of each form, and offers the way back. */
export function useListAnswers<Step extends string>(said: Said<Step>): FetcherWithComponents<ListAnswer<Step>> {
  const fetcher = useFetcher<ListAnswer<Step>>()
  const undo = useFetcher<ListAnswer<Step>>()
  const toast = useToast()
  const latest = useRef({ said, submit: undo.submit })
  latest.current = { said, submit: undo.submit }
  const speak = useRef((answer: ListAnswer<Step> | undefined) => {
    if (!answer) return
    const { said: words, submit } = latest.current
    if (!answer.ok) return toast({ text: words.refused(answer.reason), tone: 'attention' })
    const { text, undoAt } = words.done(answer)
    const undoing = undoAt && { run: () => submit(idsAsForm(answer.changed), { method: 'post', action: undoAt }) }
    toast({ text, undo: undoing || undefined })
  })
  useEffect(() => speak.current(fetcher.data as ListAnswer<Step> | undefined), [fetcher.data])
  useEffect(() => speak.current(undo.data as ListAnswer<Step> | undefined), [undo.data])
  return fetcher as FetcherWithComponents<ListAnswer<Step>>
}

/** Why the last form was refused, for a browser without script. */
export const useRefusedInAddress = () => useSearchParams()[0].get('refused')

function idsAsForm(ids: string[]) {
  const form = new FormData()
  for (const id of ids) form.append('id[]', id)
  return form
}

/**
 * Enter in a field or on a checkbox of a list would press its first button, which may close somebody's promise. This
 * one comes first and does nothing: `dialog` outside a dialog goes nowhere, also without script.
 */
export const NoEnter = () => (
  <button
    type="submit"
    formMethod="dialog"
    hidden
    aria-hidden="true"
    tabIndex={-1}
    onClick={(event) => event.preventDefault()}
  />
)
