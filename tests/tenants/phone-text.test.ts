import fc from 'fast-check'
import { parsePhoneNumberFromString } from 'libphonenumber-js/min'
import { expect, test } from 'vitest'
import { dialable } from '#app/tenants/phone-text.server.ts'

test.each([
  ['+31612345678', '06 12 34 56 78'],
  ['+31661234567', '066 1234567'],
  ['+31162412233', '0162 412 233'],
  ['+31501234567', '050 123 4567'],
  ['+32470123456', '+32 470 12 34 56'],
  ['112', '112'],
  ['09001234', '0900 1234'],
])('%s reads as %s', (e164, text) => {
  expect(dialable(e164)).toEqual({ e164, text })
})

test('a Dutch mobile number has the digits that the library gives it, two at a time', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^\+316\d{7,9}$/), (e164) => {
      const digits = parsePhoneNumberFromString(e164)?.formatNational().replace(/\D/g, '')
      const { text } = dialable(e164)
      expect(text.replace(/\D/g, '')).toBe(digits)
      if (e164.length === 12 && e164[4] !== '6') expect(text).toMatch(/^06( \d\d){4}$/)
    }),
  )
})
