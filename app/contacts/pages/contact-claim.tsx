import type { ActionFunctionArgs } from '@remix-run/node'
import { authorizeDesk } from '#app/accounts/authorize.server.ts'
import { answerClaim } from '../answer-claim.server.ts'
import { claimContact } from '../claim-contact.server.ts'
import { contactOf } from '../route-params.server.ts'

/** Takes this one, while nobody else has it. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await authorizeDesk(request, 'contact:work')
  return answerClaim(request, actor, await claimContact(actor, contactOf(params)))
}
