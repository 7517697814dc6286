import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nationalValues } from '#app/reference-values/national-values.ts'
import { typedNumbersIn } from '#app/reference-values/typed-numbers.ts'
import { valueKeys } from '#app/reference-values/value-keys.ts'

test.each([
  ['Bel 0800-9009 of ga naar buiten.', ['0800-9009']],
  ['Bel 112.', ['112']],
  ['Bel 113, dag en nacht', ['113']],
  ['dierenambulance: 144', ['144']],
  ['kindertelefoon 116111', ['116111']],
  ['Bel 06 1234 5678', ['06 1234 5678']],
  ['06-12345678 of (0162) 412 233', ['06-12345678', '(0162) 412 233']],
  ['+31 6 12345678', ['+31 6 12345678']],
  ['0031612345678', ['0031612345678']],
  ['088 0767 000', ['088 0767 000']],
  ['0900 0904', ['0900 0904']],
  ['0900-2021210', ['0900-2021210']],
  ['de gemeente op 14 0162', ['14 0162']],
  ['Dat kost € 75', ['€ 75']],
  ['€75,-', ['€75,-']],
  ['€ 1.250,00 per keer', ['€ 1.250,00']],
  ['75 euro of 77,50 euro', ['75 euro', '77,50 euro']],
  ['EUR 80', ['EUR 80']],
  ['Het kost 80,- per uur', ['80,-']],
  ['95 eur', ['95 eur']],
  ['in de nacht 125€', ['125€']],
  ['Bel 0800\u200b9009, of 1\u00ad12', ['08009009', '112']],
  ['Bel １１２', ['112']],
  ['Bel 112 of 0800 9009, dat kost € 0', ['112', '0800 9009', '€ 0']],
])('in "%s" stands %j', (text, found) => expect(typedNumbersIn(text)).toEqual(found))

test.each([
  'binnen 24 uur',
  'wacht 2 uur',
  'jonger dan 18 jaar',
  'blijf 100 meter weg',
  'op 27-12-2026 om 08:00',
  'van 08:00 tot 17:00',
  'tussen 01-01-2027 08:00 en 02-01-2027 12:30',
  'op 2026-12-27',
  'groep 3, versie 12',
  '112 meter',
  '113 woningen',
  '5153 KA 112a',
  'na 7 dagen 21,5 graden',
  'Bel {gas-and-power} of {emergency}; dat kost {call-out-night}.',
  'de eurocent',
])('in "%s" stands none', (text) => expect(typedNumbersIn(text)).toEqual([]))

const words = fc.constantFrom('Bel ', 'Ga naar buiten. Bel ', 'of: ', '', '(')
const after = fc.constantFrom('.', ', nu', '', ' en blijf daar', ')', '; dat is gratis')

test('a national number is found however its digits are kept apart', () => {
  const spaced = fc
    .tuple(fc.constantFrom(...nationalValues), fc.array(fc.constantFrom('', ' ', '-', '.'), { minLength: 10 }))
    .map(([{ value }, gaps]) =>
      // The short ones are written as one.
      value.length < 4
        ? value
        : [...value].map((digit, at) => (at > 0 ? `${gaps[at - 1] ?? ''}${digit}` : digit)).join(''),
    )
  fc.assert(
    fc.property(words, spaced, after, (before, number, behind) => {
      expect(typedNumbersIn(`${before}${number}${behind}`)).toEqual([number])
    }),
  )
})

test('what is counted is no number to ring and no amount, and neither is a key', () => {
  const unit = fc.constantFrom('uur', 'minuten', 'jaar', 'meter', 'dagen', 'graden', 'woningen', 'keer', '%', 'liter')
  const counted = fc.tuple(fc.integer({ min: 0, max: 9999 }), unit).map(([many, what]) => `${many} ${what}`)
  const key = fc.constantFrom(...valueKeys).map((name) => `{${name}}`)
  fc.assert(
    fc.property(fc.array(fc.oneof(counted, key)), (pieces) => {
      expect(typedNumbersIn(pieces.join(', '))).toEqual([])
    }),
  )
})

test('an amount is found in each way people write it', () => {
  const cents = fc.integer({ min: 0, max: 999_99 }).map((whole) => (whole / 100).toFixed(2))
  const written = cents.chain((text) =>
    fc.constantFrom(`€ ${text.replace('.', ',')}`, `€${text}`, `${text.replace('.', ',')} euro`, `EUR ${text}`),
  )
  fc.assert(
    fc.property(words, written, after, (before, amount, behind) => {
      expect(typedNumbersIn(`${before}${amount}${behind}`)).toEqual([amount])
    }),
  )
})

test('a long text takes no time', () => {
  for (const piece of ['0', '0 ', '(', '0(', '112', '€', '1.', '+', '0800 ', '00 ', '1.111']) {
    const started = performance.now()
    typedNumbersIn(piece.repeat(20_000 / piece.length))
    expect([piece, performance.now() - started < 1_000]).toEqual([piece, true])
  }
})
