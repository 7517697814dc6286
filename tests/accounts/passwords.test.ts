import { expect, test } from 'vitest'
import { hashPassword, isPassword, passwordRefusal } from '#app/accounts/passwords.server.ts'

const whoAndWhere = { person: ['sanne.visser@delinde.nl', 'Sanne Visser'], corporations: ['Woonstichting De Linde'] }

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
  ['SanneVisser1', 'too-common'],
  ['sanne.visser@delinde.nl', 'own-words'],
  ['woningcorporatie1', 'own-words'],
  ['DeLinde-2026', 'own-words'],
  ['DeLinde2026DeLinde!', 'own-words'],
  ['delinde2026!!', 'own-words'],
  ['d.e.l.i.n.d.e zeven paarse fietsbellen', 'own-words'],
  ['DÉ LÍNDE zeven paarse fietsbellen', 'own-words'],
  ['coordinator2026', 'own-words'],
  ['Coördinator-2026', 'own-words'],
  ['Woningstichting1', 'own-words'],
  ['ikbenbeller2026!', 'own-words'],
  ['beheerder van alles 7', 'own-words'],
  ['brievenbusbrievenbus', 'too-common'],
  ['Brievenbus2026Brievenbus!', 'too-common'],
])('of the new password "%s" is said: %s', (password, refusal) => {
  expect(passwordRefusal(password, whoAndWhere)).toBe(refusal)
})

test('a corporation whose name is nothing but its form is in no password, and a name of three letters is in many', () => {
  const at = (name: string) => passwordRefusal('zeven wonen paarse fietsbellen', { person: [], corporations: [name] })
  expect([at('Wonen'), at('Stichting Ons'), at('Woningstichting')]).toEqual(['own-words', null, null])
})

test('judging a long password takes no time in which others wait', () => {
  passwordRefusal('zeven paarse fietsbellen', whoAndWhere)
  for (const long of ['aZ3$'.repeat(50), 'p4ssw0rd'.repeat(25), '@4('.repeat(66), 'qwerty12'.repeat(25)]) {
    const start = performance.now()
    passwordRefusal(long, whoAndWhere)
    expect([long.slice(0, 8), performance.now() - start < 300]).toEqual([long.slice(0, 8), true])
  }
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
