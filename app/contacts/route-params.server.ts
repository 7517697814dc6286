import { type DeskActor, inHand } from '#app/accounts/authorize.server.ts'
import { gone, notFound } from '#app/core/http-errors.ts'
import { isUuid } from '#app/core/uuid.server.ts'
import { corporationOfContact } from './claim-contact.server.ts'

export function contactOf({ contactId }: { contactId?: string }): string {
  if (!contactId || !isUuid(contactId)) throw notFound()
  return contactId
}

/** The contact of a page and its corporation in hand; throws 404 for what is not at this desk, or not any more. */
export const contactInHand = (actor: DeskActor, params: { contactId?: string }) => inHandOr(notFound, actor, params)

/** The same for what an open form keeps and saves: it is told that it has no place any more, so that it stops asking. */
export const contactOfForm = (actor: DeskActor, params: { contactId?: string }) => inHandOr(gone, actor, params)

async function inHandOr(refusal: () => Response, actor: DeskActor, params: { contactId?: string }) {
  const contactId = contactOf(params)
  const corporationId = await corporationOfContact(actor, contactId)
  if (corporationId === null) throw refusal()
  return { contactId, actor: inHand(actor, corporationId) }
}
