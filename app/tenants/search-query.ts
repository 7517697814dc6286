import { readHouseNumber, splitAddressLine } from '#imports/addresses.ts'
import { readDate } from '#imports/dates.ts'
import { readPhone } from '#imports/phones.ts'
import { readPostcode } from '#imports/postcodes.ts'

/** `addition`: "2" of "12-2"; '' when none is said. */
export type Place = { houseNumber: string | null; addition: string }
export type TenantQuery =
  | { kind: 'nothing' }
  | { kind: 'phone'; number: string }
  | { kind: 'birth'; on: string }
  | ({ kind: 'address'; postcode: string } & Place)
  /** The beginning of the number of a tenant or of a home. */
  | { kind: 'number'; text: string }
  /** `words` without dots and dashes: a name, or a street with or without a number. */
  | ({ kind: 'words'; words: string[]; whole: string; street: string } & Place)

const address = /^(\d{4} ?[a-z]{2})(?!\p{L})[ ,]*(.{0,20})$/iu
const titles = /^(?:meneer|mevrouw|mevr|mw|dhr|de heer|mr|mrs|ms)\.? +/i
const shortestWord = 2
const mostWords = 8

/** What somebody means who types "0162 412233", "14-03-1942", "4901ab12-2", "H0100012", "Molenweg 12" or "mevrouw van der kui". */
export function readQuery(typed: string): TenantQuery {
  const text = typed.trim().replace(/\s+/g, ' ')
  const birth = text.length <= longestDate ? readDate(text, 'dmy').value : null
  if (birth) return { kind: 'birth', on: birth }
  const phone = readPhone(text)
  if (phone) return { kind: 'phone', number: phone.e164 }
  const [, postcodeText, behind = ''] = address.exec(text) ?? []
  const postcode = postcodeText ? readPostcode(postcodeText) : null
  if (postcode) return { kind: 'address', postcode, ...placeOf(readHouseNumber(behind)) }
  if (text.length < shortestWord) return { kind: 'nothing' }
  if (/^\S*\d\S*$/.test(text)) return { kind: 'number', text }
  return readWords(text)
}

const longestDate = 20

function readWords(text: string): TenantQuery {
  const words = text
    .replace(titles, '')
    .split(/[\s\-./,_'’]+/)
    .filter((word) => word !== '')
    .slice(0, mostWords)
  if (words.length === 0) return { kind: 'nothing' }
  const { street, ...place } = text.length > longestLine ? nowhere(text) : splitAddressLine(text)
  return { kind: 'words', words, whole: text, street, ...placeOf(place) }
}

const longestLine = 200
const nowhere = (street: string) => ({ street, houseNumber: null, addition: '' })

const placeOf = (place: { houseNumber: number | null; addition: string } | undefined): Place => ({
  houseNumber: place?.houseNumber ? String(place.houseNumber) : null,
  addition: place?.addition ?? '',
})
