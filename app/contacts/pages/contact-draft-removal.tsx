import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { authorizeDesk } from '#app/accounts/authorize.server.ts'
import { discardDraft } from '#app/claims/drafts.server.ts'
import { contactClaims } from '../contact-claims.ts'
import { contactInHand } from '../route-params.server.ts'

/** Throws one's own text away. */
export async function action({ request, params }: ActionFunctionArgs) {
  const person = await authorizeDesk(request, 'contact:work')
  const { actor, contactId } = await contactInHand(person, params)
  await discardDraft(actor, { kind: contactClaims, id: contactId })
  throw redirect(`/contacts/${contactId}`)
}
