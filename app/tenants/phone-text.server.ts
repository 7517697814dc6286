import { parsePhoneNumberFromString } from 'libphonenumber-js/min'

/** A number to ring, and as people read it: "0162 412 233", "06 12 34 56 78", "112"; with its country when that is another. */
export type Dialable = { e164: string; text: string }

export function dialable(e164: string): Dialable {
  if (usualMobile.test(e164)) return { e164, text: inPairs(`06${e164.slice(4)}`) }
  const number = parsePhoneNumberFromString(e164)
  if (!number) return { e164, text: e164.replace(/^(0900|14)(?=0?\d{3})/, '$1 ') }
  return { e164, text: number.country === 'NL' ? inPairs(number.formatNational()) : number.formatInternational() }
}

/** The library says the same of it, and needs ten times as long. */
const usualMobile = /^\+316[0-57-9]\d{7}$/

/** Mobile numbers two digits at a time, which is how they are said. */
const inPairs = (text: string) => text.replace(/^06 ?(\d\d)(\d\d)(\d\d)(\d\d)$/, '06 $1 $2 $3 $4')
