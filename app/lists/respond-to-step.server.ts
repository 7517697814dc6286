import { redirect } from '@remix-run/node'
import type { FormFields } from '#app/core/form-fields.ts'
import { parseForm } from '#app/core/forms.ts'
import { notFound, refusal } from '#app/core/http-errors.ts'
import { ownPath } from '#app/core/own-path.ts'
import { readForm } from '#app/core/read-form.server.ts'
import { selectedRows } from './selected-rows.ts'
import { type Change, type PersonStep, stepAt } from './steps.ts'

type Refused = { ok: false; reason: string; field?: string }
type Answer = { ok: true } | Refused
type Responding<Table> = {
  home: string
  steps: Table
  today: string
  /** The rows that a form speaks of without naming each, such as all that a filter leaves; null when it names them. */
  rowsOf?: (form: FormFields) => Promise<string[] | null>
}
type Steps = Record<string, PersonStep<string, never, string>>

/**
 * Answers a form of a list that was posted at the address of one of its steps: reads which rows it speaks of and what
 * the step asks, and takes it. A script gets the answer as data; a browser without script goes back to where it was,
 * with the refusal in the address. What is not there is a 404 for both.
 */
export async function respondToStep<Table extends Steps, Outcome extends Answer>(
  request: Request,
  { home, steps, today, rowsOf }: Responding<Table>,
  take: (ids: string[], change: Change<Table>) => Promise<Outcome>,
) {
  const step = stepAt(steps, request)
  const form = await readForm(request)
  const read = readStepForm(form, (await rowsOf?.(form)) ?? null, steps[step]?.asks?.(today))
  const answer = read.ok ? await take(read.ids, { step, ...read.fields } as Change<Table>) : read
  if (!answer.ok && answer.reason === 'not-found') throw notFound()
  if (request.headers.get('Sec-Fetch-Mode') === 'navigate') throw redirect(returnPath(form, home, answer))
  const undoneBy = steps[step]?.undoneBy
  const undoAt = undoneBy && `${home}/${steps[undoneBy]?.path}`
  return answer.ok ? { ...answer, step, undoAt } : refusal(answer, 409)
}

type Asks = ReturnType<NonNullable<Steps[string]['asks']>>

function readStepForm(form: FormFields, found: string[] | null, asks: Asks | undefined) {
  const rows = found ? { ok: true as const, value: found } : parseForm(selectedRows, form)
  if (!rows.ok) return refusedBy(rows.errors)
  if (rows.value.length === 0) return { ok: false as const, reason: 'already-changed' }
  const fields = asks && parseForm(asks, form)
  if (fields?.ok === false) return refusedBy(fields.errors)
  return { ok: true as const, ids: rows.value, fields: (fields?.value ?? {}) as Record<string, unknown> }
}

function refusedBy(errors: Record<string, string>): Refused {
  const [field, reason = 'other'] = Object.entries(errors)[0] ?? []
  return { ok: false, reason, ...(field !== 'form' && { field }) }
}

function returnPath(form: FormFields, home: string, answer: Answer) {
  const url = new URL(ownPath(form.get('back'), home), 'http://own')
  url.searchParams.delete('refused')
  if (!answer.ok) url.searchParams.set('refused', answer.reason)
  return url.pathname + url.search
}
