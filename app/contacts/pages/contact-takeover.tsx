import type { ActionFunctionArgs } from '@remix-run/node'
import { authorizeDesk } from '#app/accounts/authorize.server.ts'
import { parseForm } from '#app/core/forms.ts'
import { refusal } from '#app/core/http-errors.ts'
import { readForm } from '#app/core/read-form.server.ts'
import { answerClaim } from '../answer-claim.server.ts'
import { contactInHand } from '../route-params.server.ts'
import { answerSchema } from '../step-schemas.ts'
import { takeOver } from '../take-over.server.ts'

/** Takes this one from whoever has it, as it was seen. */
export async function action({ request, params }: ActionFunctionArgs) {
  const person = await authorizeDesk(request, 'contact:work')
  const { contactId, actor } = await contactInHand(person, params)
  const read = parseForm(answerSchema, await readForm(request))
  if (!read.ok) return refusal({ ok: false, reason: 'invalid', errors: read.errors }, 400)
  return answerClaim(request, actor, await takeOver(actor, { contactId, ...read.value }))
}
