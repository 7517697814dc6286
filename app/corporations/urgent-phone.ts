import { readPhone } from '#imports/phones.ts'

// Emergency services and help lines, a municipality (14 0162), and what is paid for by the minute.
const shortNumber = /^(?:112|113|144|116\d{3}|140\d{2,3}|0900\d{4}(?:\d{3})?)$/

/** A number that helps at once: E.164, or the digits of a short one, which no tenant has; null when it is none. */
export function readUrgentPhone(written: string): string | null {
  const digits = written.trim().replace(/[ .-]/g, '')
  return shortNumber.test(digits) ? digits : (readPhone(written.trim())?.e164 ?? null)
}
