import { notFound } from '#app/core/http-errors.ts'
import { isUuid } from '#app/core/uuid.server.ts'

/** The campaign in the address; what cannot be one is not there. */
export function campaignIdIn({ campaignId = '' }: { campaignId?: string }): string {
  if (!isUuid(campaignId)) throw notFound()
  return campaignId
}
