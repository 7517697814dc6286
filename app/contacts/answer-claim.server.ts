import { redirect } from '@remix-run/node'
import type { DeskActor } from '#app/accounts/authorize.server.ts'
import { isNavigation } from '#app/claims/claim-form.server.ts'
import { notFound } from '#app/core/http-errors.ts'
import type { ContactClaim, NoContact } from './claim-contact.server.ts'
import { atWorkWith } from './presence.server.ts'

/** A script is told; a browser without it is sent to the contact, or back to the queue. */
export async function answerClaim(request: Request, actor: DeskActor, answer: ContactClaim | NoContact) {
  if (!answer.ok && answer.reason === 'not-found') throw notFound()
  await atWorkWith(actor, answer)
  if (!isNavigation(request)) return Response.json(answer)
  throw redirect(answer.ok ? `/contacts/${answer.contactId}` : `/queue?refused=${answer.reason}`)
}
