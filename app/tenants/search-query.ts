import { readPhone } from '#imports/phones.ts'
import { readPostcode } from '#imports/postcodes.ts'

export type TenantQuery =
  | { kind: 'nothing' }
  | { kind: 'phone'; number: string }
  | { kind: 'address'; postcode: string; houseNumber: string | null }
  /** The beginning of the number of a tenant or of a home. */
  | { kind: 'number'; text: string }
  /** `words` without dots and dashes: a name, or a street with or without a number. */
  | { kind: 'words'; words: string[]; street: string; houseNumber: string | null }

const address = /^(\d{4} ?[a-z]{2})\b[ ,]*(\d+)?/i
// As far as the first digit in one go: with a choice of where the street ends, many commas cost their square.
const streetAndNumber = /^(\p{L}[^\d]*)[ ,](\d{1,5})(?:[ -]?\p{L}{0,4})?$/u
const titles = /^(?:meneer|mevrouw|mevr|mw|dhr|de heer|mr|mrs|ms)\.? +/i
const shortestWord = 2
const mostWords = 8

/** What somebody means who types "0162 412233", "4901 AB 12", "H0100012", "Molenweg 12" or "mevrouw van der kui". */
export function readQuery(typed: string): TenantQuery {
  const text = typed.trim().replace(/\s+/g, ' ')
  const phone = readPhone(text)
  if (phone) return { kind: 'phone', number: phone.e164 }
  const [, postcodeText, number] = address.exec(text) ?? []
  const postcode = postcodeText ? readPostcode(postcodeText) : null
  if (postcode) return { kind: 'address', postcode, houseNumber: number ?? null }
  if (text.length < shortestWord) return { kind: 'nothing' }
  if (/^\S*\d\S*$/.test(text)) return { kind: 'number', text }
  const [, street = text, houseNumber = null] = streetAndNumber.exec(text) ?? []
  const words = text
    .replace(titles, '')
    .split(/[\s\-./,_'’]+/)
    .filter((word) => word !== '')
    .slice(0, mostWords)
  return words.length === 0 ? { kind: 'nothing' } : { kind: 'words', words, street, houseNumber }
}
