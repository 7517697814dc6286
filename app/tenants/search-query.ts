import { readPhone } from '#imports/phones.ts'
import { readPostcode } from '#imports/postcodes.ts'

export type TenantQuery =
  | { kind: 'nothing' }
  | { kind: 'phone'; number: string }
  | { kind: 'address'; postcode: string; houseNumber: string | null }
  | { kind: 'words'; prefix: string }

const address = /^(\d{4} ?[a-z]{2})\b[ ,]*(\d+)?/i
const shortestWord = 2

/** What somebody means who types "0162 412233", "4901 AB 12", "H0100012" or "van der kui". */
export function readQuery(text: string): TenantQuery {
  const tidy = text.trim().replace(/\s+/g, ' ')
  const phone = readPhone(tidy)
  if (phone) return { kind: 'phone', number: phone.e164 }
  const [, postcodeText, houseNumber] = address.exec(tidy) ?? []
  const postcode = postcodeText ? readPostcode(postcodeText) : null
  if (postcode) return { kind: 'address', postcode, houseNumber: houseNumber ?? null }
  if (tidy.length < shortestWord) return { kind: 'nothing' }
  return { kind: 'words', prefix: `${tidy.replace(/[\\%_]/g, '\\$&')}%` }
}
