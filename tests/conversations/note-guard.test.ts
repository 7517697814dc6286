import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { noteWarnings } from '#app/conversations/note-guard.ts'
import { passesElevenTest } from '#imports/bsn.ts'
import { withoutBsns } from '#imports/typed-bsn.ts'

const kinds = (text: string) => noteWarnings(text).map(({ kind, found }) => `${kind}: ${found}`)

describe('the note guard', () => {
  it.each([
    ['Haar bsn is 111222333.', ['bsn: 111222333']],
    ['nummer 1112.22.333', ['bsn: 1112.22.333']],
    ['nummer 111 222 333 doorgegeven', ['bsn: 111 222 333']],
    ['BSN 10000008 genoemd', ['bsn: 10000008']],
    ['Belt liever op 0162-412233', []],
    ['Dochter: 06 12 34 56 78 of +31612345678', []],
    ['Via +31 111 222 333', []],
    ['IBAN NL91ABNA0417164300', []],
    ['Zaak 123456789 ligt bij ons', []],
    ['BSN 1 1 1 2 2 2 3 3 3', ['bsn: 1 1 1 2 2 2 3 3 3']],
    ['nr 11 12 22 333 van haar', ['bsn: 11 12 22 333']],
    ['nr 1-1-1-2-2-2-3-3-3', ['bsn: 1-1-1-2-2-2-3-3-3']],
    ['111\u00AD222\u00AD333', ['bsn: 111\u00AD222\u00AD333']],
    ['1\u200B11222\u200D333\uFEFF', ['bsn: 1\u200B11222\u200D333']],
    ['111\u00A0222\u202F333', ['bsn: 111\u00A0222\u202F333']],
    ['111\u2011222\u2011333', ['bsn: 111\u2011222\u2011333']],
    ['bsn: 1000 0008', ['bsn: 1000 0008']],
    ['Geboren 24-11-1946 3 kinderen', []],
    ['0 6 1 2 3 4 5 6 7 8', []],
    ['Mevrouw heeft beginnende dementie', ['medical: dementie']],
    ['Hij heeft Parkinson en gebruikt medicijnen', ['medical: Parkinson', 'medical: medicijnen']],
    ['Is pas geopereerd en herstelt', ['medical: geopereerd']],
    ['Heeft hulp nodig bij boodschappen', []],
    ['De ziekenhuisbus stopt niet meer', []],
    ['Vond het een fijn gesprek, houdt van kaarten', []],
  ])('of "%s" says %j', (text, expected) => {
    expect(kinds(text)).toEqual(expected)
  })

  it('takes out the digits of a citizen service number and nothing else', () => {
    expect(withoutBsns('Bsn 111\u200B222333, belt op 0162-412233')).toBe('Bsn •••\u200B••••••, belt op 0162-412233')
    for (const text of ['', 'Zij heeft diabetes.', 'Zaak 123456789']) expect(withoutBsns(text)).toBe(text)
  })

  it('reads a long text of digits in no time', () => {
    for (const text of ['1'.repeat(100_000), '1 '.repeat(50_000), '12.'.repeat(33_000), '\u00AD'.repeat(100_000)]) {
      const from = performance.now()
      noteWarnings(text)
      expect(performance.now() - from).toBeLessThan(500)
    }
  })

  it('says where it stands', () => {
    expect(noteWarnings('Zij heeft diabetes.')).toEqual([{ kind: 'medical', found: 'diabetes', at: 10 }])
  })

  it('finds every citizen service number written in a sentence', () => {
    const aBsn = fc.integer({ min: 100_000_000, max: 999_999_999 }).map(nextBsn)
    fc.assert(
      fc.property(aBsn, fc.constantFrom('', 'haar nummer is ', 'BSN: ', '(', 'geboren 12-03-1941, '), (bsn, before) => {
        expect(kinds(`${before}${bsn}. Verder goed.`)).toContain(`bsn: ${bsn}`)
      }),
      { numRuns: 1000 },
    )
  })

  it('takes no Dutch phone number of ten digits for one', () => {
    const phone = fc.integer({ min: 100_000_000, max: 999_999_999 })
    const written = (digits: string) => [
      `0${digits}`,
      `0${digits[0]}-${digits.slice(1)}`,
      `0${digits.slice(0, 3)}-${digits.slice(3)}`,
      `0${digits.slice(0, 2)} ${digits.slice(2, 5)} ${digits.slice(5, 7)} ${digits.slice(7)}`,
      `+31${digits}`,
      `+31 ${digits}`,
      `+31 ${digits.slice(0, 3)} ${digits.slice(3, 6)} ${digits.slice(6)}`,
      `0031${digits}`,
    ]
    fc.assert(
      fc.property(phone, (number) => {
        for (const text of written(String(number))) expect(noteWarnings(`Bel ${text} morgen`)).toEqual([])
      }),
      { numRuns: 1000 },
    )
  })
})

function nextBsn(from: number): string {
  let number = from
  while (!passesElevenTest(String(number))) number = number >= 999_999_999 ? 100_000_000 : number + 1
  return String(number)
}
