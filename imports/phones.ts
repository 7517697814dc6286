import { Metadata, parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { tidy } from '#imports/text.ts'

export type Phone = { e164: string; isMobile: boolean }
export type ReadPhones = {
  numbers: readonly Phone[]
  warning: 'invalid-phone-number' | 'words-behind-phone-number' | null
}

const nothing: ReadPhones = { numbers: [], warning: null }
const invalid: ReadPhones = { numbers: [], warning: 'invalid-phone-number' }

/**
 * Reads what people write in a phone column: usually one number, sometimes two with a slash between, or words behind
 * one. A number without a country is Dutch. Nothing is completed or repaired.
 */
export function readPhones(text: string): ReadPhones {
  if (text === '') return nothing
  const phone = readDutchPhone(text)
  if (phone !== null) return { numbers: [phone], warning: null }
  return readUnusualPhones(tidy(text))
}

function readUnusualPhones(text: string): ReadPhones {
  if (text === '' || text === '-') return nothing
  if (text.length > longestCell) return invalid
  const whole = readPhone(text)
  if (whole !== null) return { numbers: [whole], warning: null }
  const behind = wordsBehind.exec(text)
  const [numbers, parts] = readJoined(behind?.[1] ?? text)
  if (numbers.length === 0) return invalid
  if (numbers.length < parts) return { numbers, warning: 'invalid-phone-number' }
  return { numbers, warning: behind ? 'words-behind-phone-number' : null }
}

const longestCell = 80
const wordsBehind = /^([+(\d][\d ()./+;,&-]*)[ (:,-]\(?(?!en |of )(\p{L}.*)$/u

function readJoined(text: string): [Phone[], number] {
  const parts = text.split(/[/;,&|]| en | of /i).filter((part) => part.trim() !== '')
  const numbers: Phone[] = []
  for (const part of parts) {
    const phone = readPhone(part.trim())
    if (phone !== null) numbers.push(phone)
  }
  return [numbers, parts.length]
}

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
