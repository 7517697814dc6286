import type { ActionFunctionArgs } from '@remix-run/node'
import { authorize } from '#app/accounts/authorize.server.ts'
import { parseForm } from '#app/core/forms.ts'
import { refusal } from '#app/core/http-errors.ts'
import { readForm } from '#app/core/read-form.server.ts'
import { decodeCriteria } from '../encode-criteria.ts'
import { segmentForm } from '../schema.ts'
import { saveSegment } from '../segments.server.ts'

/** Keeps a selection; also what "undo" does after one was removed. */
export async function action({ request }: ActionFunctionArgs) {
  const actor = await authorize(request, 'segment:use')
  const form = parseForm(segmentForm, await readForm(request))
  if (!form.ok) return refusal({ ok: false as const, reason: form.errors.name ?? 'required' }, 422)
  const { key, name, criteria } = form.value
  const parsed = decodeCriteria(criteria)
  if (!parsed.ok) return refusal(parsed, 422)
  const answer = await saveSegment(actor, { key, name, criteria: parsed.criteria })
  return answer.ok ? { ...answer, step: 'saved' as const, name } : refusal(answer, 409)
}
