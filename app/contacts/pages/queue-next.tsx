import type { ActionFunctionArgs } from '@remix-run/node'
import { authorizeDesk } from '#app/accounts/authorize.server.ts'
import { answerClaim } from '../answer-claim.server.ts'
import { claimNextContact } from '../claim-contact.server.ts'

/** Takes whoever is first. */
export async function action({ request }: ActionFunctionArgs) {
  const actor = await authorizeDesk(request, 'contact:work')
  return answerClaim(request, actor, await claimNextContact(actor))
}
