import { expect, test } from 'vitest'
import { hashPassword, isPassword, passwordRefusal } from '#app/accounts/passwords.server.ts'

const whoAndWhere = ['sanne.visser@delinde.nl', 'Sanne Visser', 'Woonstichting De Linde']

test.each([
  ['paarse fiets', null],
  ['zeven paarse fietsbellen', null],
  ['q8#Vt!2mZx@1', null],
  ['zomers paarse fiets', null],
  ['kort en rap', 'too-short'],
  ['', 'too-short'],
  ['password1234', 'too-common'],
  ['aaaaaaaaaaaa', 'too-common'],
  ['qwertyuiop12', 'too-common'],
  ['123456789012', 'too-common'],
  ['Welkom2026!!', 'too-common'],
  ['woningcorporatie1', 'too-common'],
  ['SanneVisser1', 'too-common'],
  ['DeLinde-2026', 'too-common'],
  ['sanne.visser@delinde.nl', 'too-common'],
])('of the new password "%s" is said: %s', (password, refusal) => {
  expect(passwordRefusal(password, whoAndWhere)).toBe(refusal)
})

test('a book is no password', () => {
  expect(passwordRefusal('zeven paarse fietsbellen '.repeat(9), whoAndWhere)).toBe('too-long')
})

test('a password is kept so that guessing it stays dear, and no two alike', async () => {
  const [one, other] = [await hashPassword('zeven paarse fietsbellen'), await hashPassword('zeven paarse fietsbellen')]
  const [, memory, passes] = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=1\$/.exec(one) ?? []
  expect(Number(memory)).toBeGreaterThanOrEqual(19_456)
  expect(Number(passes)).toBeGreaterThanOrEqual(2)
  expect(one).not.toBe(other)
})

test('only the right password is right, and nobody has none', async () => {
  const hash = await hashPassword('zeven paarse fietsbellen')
  expect(await isPassword('zeven paarse fietsbellen', hash)).toBe(true)
  expect(await isPassword('Zeven paarse fietsbellen', hash)).toBe(false)
  expect(await isPassword('a password that nobody has', null)).toBe(false)
  expect(await isPassword('x'.repeat(1000), hash)).toBe(false)
})
