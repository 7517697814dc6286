import { redirect } from '@remix-run/node'
import { isNavigation } from '#app/claims/claim-form.server.ts'
import { notFound } from '#app/core/http-errors.ts'
import type { ContactClaim, NoContact } from './claim-contact.server.ts'

/** A script is told; a browser without it is sent to the contact, or back to the queue. */
export function answerClaim(request: Request, answer: ContactClaim | NoContact) {
  if (!answer.ok && answer.reason === 'not-found') throw notFound()
  if (!isNavigation(request)) return Response.json(answer)
  throw redirect(answer.ok ? `/contacts/${answer.contactId}` : `/queue?refused=${answer.reason}`)
}
