import { type ContactStatus, whyNotThere } from './contact-status.ts'
import { type Address, type PersonName, streetLine } from './names.ts'

/** Where post for a tenant goes, and whether it should. */
export type Addressee = PersonName & Address & Omit<ContactStatus, 'asksNotToBeRung'> & { tenantId: string }

/** Why nothing should be sent to somebody. */
export type PostObstacle = 'deceased' | 'moved' | 'not-listed' | 'no-address'

/** "4901 AB  Oosterhout": two spaces, as the post asks. */
export const cityLine = ({ postcode, city }: Address) => [postcodeText(postcode), city].filter(Boolean).join('  ')

/** "Molenweg 12, Oosterhout", to find somebody in a list. */
export const placeLine = (address: Address) => [streetLine(address), address.city].filter(Boolean).join(', ')

const postcodeText = (postcode: string | null) => postcode?.replace(/^(\d{4})\s?([A-Za-z]{2})$/, '$1 $2') ?? ''

/** Nothing goes to somebody who died or left, nor into the void. */
export function postObstacle(to: Addressee): PostObstacle | null {
  return whyNotThere(to) ?? (to.street && to.postcode && to.city ? null : 'no-address')
}
