import type { ActionFunctionArgs } from '@remix-run/node'
import { authorize } from '#app/accounts/authorize.server.ts'
import { parseForm } from '#app/core/forms.ts'
import { notFound, refusal } from '#app/core/http-errors.ts'
import { readForm } from '#app/core/read-form.server.ts'
import { isUuid } from '#app/core/uuid.server.ts'
import { encodeCriteria } from '../encode-criteria.ts'
import { renameForm } from '../schema.ts'
import { deleteSegment, renameSegment } from '../segments.server.ts'

/** PUT gives another name, DELETE removes. */
export async function action({ request, params: { segmentId = '' } }: ActionFunctionArgs) {
  const actor = await authorize(request, 'segment:use')
  if (!isUuid(segmentId)) throw notFound()
  if (request.method === 'DELETE') {
    const answer = await deleteSegment(actor, segmentId)
    if (!answer.ok) throw notFound()
    const { name, criteria } = answer.deleted
    return { ok: true as const, step: 'removed' as const, name, criteria: encodeCriteria(criteria) }
  }
  const form = parseForm(renameForm, await readForm(request))
  if (!form.ok) return refusal({ ok: false as const, reason: form.errors.name ?? 'required' }, 422)
  const answer = await renameSegment(actor, segmentId, form.value.name)
  if (answer.ok) return { ok: true as const, step: 'renamed' as const, name: form.value.name }
  if (answer.reason === 'not-found') throw notFound()
  return refusal(answer, 409)
}
