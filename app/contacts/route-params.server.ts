import { type DeskActor, inHand } from '#app/accounts/authorize.server.ts'
import { notFound } from '#app/core/http-errors.ts'
import { isUuid } from '#app/core/uuid.server.ts'
import { corporationOfContact } from './claim-contact.server.ts'

export function contactOf({ contactId }: { contactId?: string }): string {
  if (!contactId || !isUuid(contactId)) throw notFound()
  return contactId
}

/** The contact of a page and its corporation in hand; throws 404 for what is not at this desk, or not any more. */
export async function contactInHand(actor: DeskActor, params: { contactId?: string }) {
  const contactId = contactOf(params)
  const corporationId = await corporationOfContact(actor, contactId)
  if (corporationId === null) throw notFound()
  return { contactId, actor: inHand(actor, corporationId) }
}
