import { data, redirect } from '@remix-run/node'
import type { z } from 'zod'
import { parseForm } from '#app/core/forms.ts'
import { notFound } from '#app/core/http-errors.ts'
import { selectedRows } from './selected-rows.ts'

/** Only an address of our own. */
const ownPath = /^\/(?!\/)[\w/-]*(\?[\w=&%.-]*)?$/

type Refused = { ok: false; reason: string }
type Answer = { ok: true; changed: string[] } | Refused
type Work<Input, Outcome> = (ids: string[], input: Input) => Promise<Outcome>

/**
 * Reads which rows a form of a list speaks of and what else it says, does the work, and answers. A script gets the
 * answer as data; a browser without script goes back to where it was, with the refusal in the address. What is not
 * there is a 404 for both.
 */
export async function answerList<Schema extends z.ZodType, Outcome extends Answer>(
  request: Request,
  { home, step, schema }: { home: string; step: string; schema?: Schema },
  work: Work<z.output<Schema>, Outcome>,
) {
  const form = await request.formData()
  const answer = await workOn(form, schema, work)
  if (!answer.ok && answer.reason === 'not-found') throw notFound()
  if (request.headers.get('Sec-Fetch-Mode') === 'navigate') throw redirect(returnPath(form, home, answer))
  return answer.ok ? { ...answer, step } : data(answer, 409)
}

async function workOn<Schema extends z.ZodType, Outcome extends Answer>(
  form: FormData,
  schema: Schema | undefined,
  work: Work<z.output<Schema>, Outcome>,
): Promise<Outcome | Refused> {
  const chosen = parseForm(selectedRows, form)
  if (!chosen.ok) return refusedBy(chosen.errors)
  if (!schema) return work(chosen.value, undefined as z.output<Schema>)
  const input = parseForm(schema, form)
  return input.ok ? work(chosen.value, input.value) : refusedBy(input.errors)
}

const refusedBy = (errors: Record<string, string>): Refused => ({
  ok: false,
  reason: Object.values(errors)[0] ?? 'other',
})

function returnPath(form: FormData, home: string, answer: Answer) {
  const asked = String(form.get('back') ?? '')
  const url = new URL(ownPath.test(asked) ? asked : home, 'http://own')
  url.searchParams.delete('refused')
  if (!answer.ok) url.searchParams.set('refused', answer.reason)
  return url.pathname + url.search
}
