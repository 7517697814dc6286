import { expect, test } from 'vitest'
import { readRingablePhone } from '#app/requests/ringable-phone.ts'

test.each([
  ['06 12345678', '+31612345678'],
  ['06-12 34 56 78', '+31612345678'],
  ['+31 (0)6 12345678', '+31612345678'],
  ['0031612345678', '+31612345678'],
  ['6 12345678', '+31612345678'],
  ['tel. 0612345678', '+31612345678'],
  ['0612345678 (dochter)', '+31612345678'],
  ['(0162) 41 22 33', '+31162412233'],
  ['085 1234567', '+31851234567'],
  ['088 1234567', '+31881234567'],
  ['+32 475 12 34 56', '+32475123456'],
  ['+49 1512 3456789', '+4915123456789'],
  ['+44 7400 123456', '+447400123456'],
])('%s is rung at %s', (written, phone) => {
  expect(readRingablePhone(written)).toEqual({ ok: true, phone })
})

test.each([
  ['0900 1234', 'dear-phone'],
  ['0906 1234567', 'dear-phone'],
  ['0909-1234567', 'dear-phone'],
  ['084 1234567', 'dear-phone'],
  ['087 1234567', 'dear-phone'],
  ['0800 1234', 'dear-phone'],
  ['+1 900 555 1234', 'dear-phone'],
  ['+44 9098790000', 'dear-phone'],
  ['+44 70 1234 5678', 'dear-phone'],
  ['+44 7624 123456', 'dear-phone'],
  ['+882 16 12345678', 'dear-phone'],
  ['+371 90 123456', 'dear-phone'],
  ['+1 876 555 1234', 'dear-phone'],
  ['+252 61 1234567', 'dear-phone'],
  ['+53 5 1234567', 'dear-phone'],
  ['0676 123456', 'no-phone'],
  ['112', 'no-phone'],
  ['06 1234', 'no-phone'],
  ['geen', 'no-phone'],
  ['', 'no-phone'],
  ['0612345678 of 0687654321', 'two-phones'],
])('%s is not: %s', (written, reason) => {
  expect(readRingablePhone(written)).toEqual({ ok: false, reason })
})
