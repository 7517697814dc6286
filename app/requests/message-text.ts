import type { RequestInput } from './request-form.ts'

/** As an operator reads it before ringing: who, where and when to ring on top, then what they wrote themselves. */
export function messageText({ name, postcode, houseNumber, message }: RequestInput, wished: string): string {
  const address = [postcode, houseNumber].filter(Boolean).join(' ')
  const head = [
    ['Naam', name],
    ['Adres', address],
    ['Bellen', wished],
  ].filter(([, value]) => value)
  return [...head.map(([label, value]) => `${label}: ${value}`), '', message].join('\n')
}
