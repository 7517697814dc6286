import { parsePhoneNumberFromString } from 'libphonenumber-js/min'

/** A number to ring, and as people write it: "0162 412 233", with its country when that is another one. */
export type Dialable = { e164: string; text: string }

export function dialable(e164: string): Dialable {
  const number = parsePhoneNumberFromString(e164)
  const text = number?.country === 'NL' ? number.formatNational() : number?.formatInternational()
  return { e164, text: text ?? e164 }
}
