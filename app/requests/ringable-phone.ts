import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { readPhones } from '#imports/phones.ts'

/** What may be rung in the Netherlands: not what is paid for by the minute, nor what nobody picks up. */
const dutchTypes = ['MOBILE', 'FIXED_LINE', 'VOIP', 'UAN']
/** Of a person, or of a fax; dear, and of no tenant. */
const personalDutch = /^\+318[47]/
const otherTypes = ['MOBILE', 'FIXED_LINE', 'FIXED_LINE_OR_MOBILE']
/** Where European law sets what a call may cost at most, and two neighbours. */
const countries = new Set(
  'AT BE BG CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IS IT LI LT LU LV MT NO PL PT RO SE SI SK'.split(' '),
)

export type RingablePhone =
  | { ok: true; phone: string }
  | { ok: false; reason: 'no-phone' | 'two-phones' | 'dear-phone' }

/** The one number that somebody wrote, as "+31…", when it is one that a desk may ring. Dutch numbers in every way they are written. */
export function readRingablePhone(written: string): RingablePhone {
  const { numbers } = readPhones(written)
  if (numbers.length > 1) return { ok: false, reason: 'two-phones' }
  const phone = numbers[0]?.e164
  if (!phone) return { ok: false, reason: looksDear(written) ? 'dear-phone' : 'no-phone' }
  return mayRing(phone) ? { ok: true, phone } : { ok: false, reason: 'dear-phone' }
}

function mayRing(e164: string): boolean {
  const number = parsePhoneNumberFromString(e164)
  const type = number?.getType() ?? ''
  if (number?.country === 'NL') return dutchTypes.includes(type) && !personalDutch.test(e164)
  return countries.has(number?.country ?? '') && otherTypes.includes(type)
}

const looksDear = (written: string) => {
  const number = parsePhoneNumberFromString(written, { defaultCountry: 'NL', extract: false })
  return number?.getType() === 'PREMIUM_RATE'
}
