import { Metadata, parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { withoutFraction } from '#imports/artefacts.ts'
import { takeNumbers } from '#imports/phone-groups.ts'
import { tidy } from '#imports/text.ts'

export type Phone = { e164: string; isMobile: boolean }
export type ReadPhones = {
  numbers: readonly Phone[]
  warning: 'invalid-phone-number' | 'words-behind-phone-number' | null
}

const nothing: ReadPhones = { numbers: [], warning: null }
const invalid: ReadPhones = { numbers: [], warning: 'invalid-phone-number' }

/**
 * Reads what people write in a phone column: usually one number, sometimes several, with words around them. A number
 * without a country is Dutch. Nothing is completed or guessed: what is no number beside one is warned of.
 */
export function readPhones(text: string): ReadPhones {
  if (text === '') return nothing
  const phone = readDutchPhone(text)
  if (phone !== null) return { numbers: [phone], warning: null }
  return readUnusualPhones(text)
}

function readUnusualPhones(cell: string): ReadPhones {
  if (cell.length > longestCell) return invalid
  const text = written(tidy(cell.replace(lineBreak, ' ; ')))
  if (text === '' || onlyMarks.test(text)) return nothing
  const whole = readPhone(text)
  if (whole !== null) return { numbers: [whole], warning: null }
  const { numbers, rest } = takeNumbers(text)
  if (numbers.length === 0) return invalid
  if (moreDigits.test(rest)) return { numbers, warning: 'invalid-phone-number' }
  return { numbers, warning: /[\p{L}\d]/u.test(rest.replace(labels, '')) ? 'words-behind-phone-number' : null }
}

const longestCell = 300
const lineBreak = /[\r\n\u2028\u2029]+/g
const onlyMarks = /^[-.,;/?]*$/
/** What is left of a number, rather than of a time or a floor. */
const moreDigits = /(?:^|[^\d:])\d(?:[ -]?\d){4,}|\/ ?\d{2}/
/** Words that say no more than that a phone number follows. */
const labels =
  /(?<!\p{L})(?:tel|tel\.nr|telnr|telefoon|telefoonnummer|telefoonnr|nummer|nr|mob|mobiel|mobile|gsm|vast|thuis|priv[eé]|of|en|and|or|t|m)(?!\p{L})/giu

/** As the keyboard has it, without what a spreadsheet puts around a number to keep it text, or makes of one. */
function written(text: string): string {
  const typed = text
    .replace(/[\u2010-\u2015\u2043\u2212\ufe58\ufe63\uff0d]/g, '-')
    .replace(/\uff0b/g, '+')
    .replace(/(\d) ?\+ ?(?=0[1-9])/g, '$1 ; ')
    .replace(/[\u00ad\u200b-\u200f\u2060]/g, '')
  const bare = /^="(.*)"$/.exec(typed)?.[1] ?? typed.replace(/^['\u2018\u2019`]/, '')
  const digits = scientific.exec(bare)
  if (digits === null) return withoutFraction(bare.replace(/(\d{9,12})[.,]0(?!\d)/g, '$1'))
  const [head = '', fraction = '', power = ''] = digits.slice(1)
  const zeros = Number(power) - fraction.length
  // with fewer digits than it had, there is no telling which number it was
  return zeros >= 0 && zeros <= 1 ? `${head}${fraction}${'0'.repeat(zeros)}` : bare
}

const scientific = /^(\d)[.,](\d{1,14})e\+?0?(\d{1,2})$/i

/** One number and nothing else, or null. */
export function readPhone(text: string): Phone | null {
  return readDutchPhone(text) ?? readAnyPhone(text)
}

const numberLike = /^\+?[\d ().\u2013/-]+$/

/** The library's own judgement. Premium-rate lines and short public-service numbers are no way to reach a tenant. */
export function readAnyPhone(text: string): Phone | null {
  if (!numberLike.test(text)) return null
  const phone = parsePhoneNumberFromString(text, { defaultCountry: 'NL', extract: false })
  if (phone === undefined || phone.ext !== undefined || !phone.isValid()) return null
  const type = phone.getType()
  if (type === 'PREMIUM_RATE' || (type === 'UAN' && phone.nationalNumber.length < 9)) return null
  return { e164: phone.number, isMobile: type === 'MOBILE' }
}

/**
 * The same judgement for the notations nearly all Dutch numbers have, some forty times faster; null means "ask the
 * library", never "invalid". A property test holds the two together.
 */
export function readDutchPhone(text: string): Phone | null {
  let digits = ''
  let from = -1
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code >= 48 && code <= 57) {
      if (from < 0) from = i
    } else if (code === 32 || code === 45 || code === 40 || code === 41 || code === 46) {
      if (from >= 0) digits += text.slice(from, i)
      from = -1
    } else if (code !== 43 || i !== 0) return null
  }
  if (from >= 0) digits += from === 0 ? text : text.slice(from)
  const national = nationalPart(digits, text.charCodeAt(0) === 43)
  if (national === null) return null
  if (mobilePattern.test(national)) return { e164: `+31${national}`, isMobile: true }
  return landlinePattern.test(national) ? { e164: `+31${national}`, isMobile: false } : null
}

function nationalPart(digits: string, hasPlus: boolean): string | null {
  if (hasPlus) return digits.length === 11 && digits.startsWith('31') ? digits.slice(2) : null
  if (digits.length === 10) return digits.charCodeAt(0) === 48 ? digits.slice(1) : null
  return digits.length === 13 && digits.startsWith('0031') ? digits.slice(4) : null
}

const landlinePattern = dutchPattern('FIXED_LINE')
const mobilePattern = dutchPattern('MOBILE')

// The patterns come out of the metadata the library itself judges by, so a new area code needs no change here. Its
// types leave out the accessors; if they ever go, this fails when the program starts and not on somebody's number.
function dutchPattern(type: 'FIXED_LINE' | 'MOBILE'): RegExp {
  const metadata = new Metadata() as Metadata & { type(name: string): { pattern(): string } }
  metadata.selectNumberingPlan('NL')
  return new RegExp(`^(?=\\d{9}$)(?:${metadata.type(type).pattern()})$`)
}
