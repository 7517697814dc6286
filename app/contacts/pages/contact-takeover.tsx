import type { ActionFunctionArgs } from '@remix-run/node'
import { authorizeDesk } from '#app/accounts/authorize.server.ts'
import { fenceIn } from '#app/claims/claim-form.server.ts'
import { readForm } from '#app/core/read-form.server.ts'
import { answerClaim } from '../answer-claim.server.ts'
import { contactInHand } from '../route-params.server.ts'
import { takeOver } from '../take-over.server.ts'

/** Takes this one from whoever has it, as it was seen. */
export async function action({ request, params }: ActionFunctionArgs) {
  const person = await authorizeDesk(request, 'contact:work')
  const { contactId, actor } = await contactInHand(person, params)
  return answerClaim(request, await takeOver(actor, { contactId, fence: fenceIn(await readForm(request)) }))
}
