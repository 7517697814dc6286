import { type FetcherWithComponents, useFetcher, useLocation, useSearchParams } from '@remix-run/react'
import { type FormEvent, type ReactNode, useEffect, useRef } from 'react'
import { Banner } from '#app/ui/banner.tsx'
import { sentenceOf } from '#app/ui/catalogue.ts'
import { useToast } from '#app/ui/toast.tsx'

/** The rows that changed; of very many only how many, and the field that brings them all back. */
type Changed = { changed: string[] } | { count: number; undoes?: Record<string, string> }

/** What the forms of these lists answer; `undoAt` is where the way back is posted. */
export type ListAnswer =
  | ({ ok: true; step: string; leftOut?: number; reasons?: Record<string, number>; undoAt?: string } & Changed)
  /** `field` is the one that was not filled in well. */
  | { ok: false; reason: string; field?: string }

/** What a list says after a step, in the words of its module. */
export type StepWords = {
  done: Record<string, (count: number) => string>
  leftOut?: (count: number) => string
  /** Where the rows left out are said for each reason apart. */
  leftOutBy?: Record<string, (count: number) => string>
  refusals: { other: string }
}

/**
 * One fetcher for a whole list: says what came of each form, and offers the way back. `areFieldsMarked`: what is wrong
 * with a field stands at that field, and is not said a second time over it.
 */
export function useListAnswers(words: StepWords, { areFieldsMarked = false } = {}): FetcherWithComponents<ListAnswer> {
  const fetcher = useFetcher<ListAnswer>()
  const undo = useFetcher<ListAnswer>()
  const toast = useToast()
  const latest = useRef({ words, submit: undo.submit, areFieldsMarked })
  latest.current = { words, submit: undo.submit, areFieldsMarked }
  const speak = useRef((answer: ListAnswer | undefined) => {
    if (!answer) return
    const { words: own, submit, areFieldsMarked: isMarked } = latest.current
    if (!answer.ok && answer.field && isMarked) return
    if (!answer.ok) return toast({ text: refusalText(own, answer.reason), tone: 'attention' })
    const { undoAt } = answer
    const undoing = undoAt && { run: () => submit(undoForm(answer), { method: 'post', action: undoAt }) }
    toast({ text: doneText(own, answer), undo: undoing || undefined })
  })
  useEffect(() => speak.current(fetcher.data as ListAnswer | undefined), [fetcher.data])
  useEffect(() => speak.current(undo.data as ListAnswer | undefined), [undo.data])
  return fetcher as FetcherWithComponents<ListAnswer>
}

function doneText({ done, leftOut, leftOutBy = {} }: StepWords, answer: ListAnswer & { ok: true }) {
  const { step, leftOut: count = 0, reasons = {} } = answer
  const changed = 'changed' in answer ? answer.changed.length : answer.count
  const why = Object.entries(reasons).map(([reason, of]) => leftOutBy[reason]?.(of))
  return [done[step]?.(changed), count > 0 && leftOut?.(count), ...why].filter(Boolean).join(' ')
}

const refusalText = ({ refusals }: StepWords, reason: string) => sentenceOf(refusals, reason, refusals.other)

/** What is wrong with a field of the last form, at the field itself. */
export function useFieldProblem(fetcher: FetcherWithComponents<ListAnswer>, words: StepWords) {
  const { data } = fetcher
  return (name: string) => (data && !data.ok && data.field === name ? refusalText(words, data.reason) : undefined)
}

/** Why the last form was refused, for a browser without script: it stands in the address. */
export function RefusedBanner({ words }: { words: StepWords }) {
  const reason = useSearchParams()[0].get('refused')
  return reason && <Banner tone="attention">{refusalText(words, reason)}</Banner>
}

/** The form around the rows of a list; its buttons say which step. Without script it leads back to this very page. */
export function ListForm({ fetcher, children }: { fetcher: FetcherWithComponents<ListAnswer>; children: ReactNode }) {
  const { pathname, search } = useLocation()
  const onSubmit = useOncePerButton(fetcher.state)
  return (
    <fetcher.Form method="post" onSubmit={onSubmit} noValidate>
      <NoEnter />
      <input type="hidden" name="back" value={pathname + search} />
      {children}
    </fetcher.Form>
  )
}

/** A second click on the button that is at work is the same click; that of another row is not. */
function useOncePerButton(state: FetcherWithComponents<unknown>['state']) {
  const atWork = useRef(new Set<HTMLElement>())
  useEffect(() => {
    if (state === 'idle') atWork.current.clear()
  }, [state])
  return (event: FormEvent<HTMLFormElement>) => {
    const { submitter } = event.nativeEvent as SubmitEvent
    if (!submitter) return
    if (atWork.current.has(submitter)) event.preventDefault()
    atWork.current.add(submitter)
  }
}

/** The one row a form of its own page speaks of, and where it leads back to. */
export const RowFields = ({ id, back }: { id: string; back: string }) => (
  <>
    <input type="hidden" name="only" value={id} />
    <input type="hidden" name="back" value={back} />
  </>
)

function undoForm(answer: Changed) {
  const form = new FormData()
  if ('changed' in answer) for (const id of answer.changed) form.append('id[]', id)
  else for (const [name, value] of Object.entries(answer.undoes ?? {})) form.append(name, value)
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
