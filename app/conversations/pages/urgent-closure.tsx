import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { authorize } from '#app/accounts/authorize.server.ts'
import { notFound, refusal } from '#app/core/http-errors.ts'
import { readForm } from '#app/core/read-form.server.ts'
import { isUuid } from '#app/core/uuid.server.ts'
import { closeUrgent } from '../urgent-conversations.server.ts'

const longestResult = 2_000

/** Writes down what was done for somebody who needed help at once. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await authorize(request, 'urgent:close')
  const id = params.conversationId ?? ''
  if (!isUuid(id)) throw notFound()
  const result = String((await readForm(request)).get('result') ?? '')
  const answer =
    result.length > longestResult ? ({ ok: false, reason: 'too-long' } as const) : await closeUrgent(actor, id, result)
  if (!answer.ok && answer.reason === 'not-found') throw notFound()
  if (request.headers.get('Sec-Fetch-Mode') === 'navigate') throw redirect('/')
  return answer.ok ? answer : refusal(answer, 409)
}
