/** The eleven-test of the citizen service number: weights 9…2 and −1, divisible by 11; eight digits miss a leading zero. */
export function passesElevenTest(digits: string): boolean {
  if (!/^\d{8,9}$/.test(digits)) return false
  const nine = digits.padStart(9, '0')
  let sum = 0
  for (let i = 0; i < 8; i++) sum += (9 - i) * (nine.charCodeAt(i) - 48)
  sum -= nine.charCodeAt(8) - 48
  return sum % 11 === 0 && nine !== '000000000'
}

/** A column of numbers that all pass holds citizen service numbers: chance lets one in eleven pass. */
export function isBsnColumn(values: readonly string[]): boolean {
  let numbers = 0
  let passed = 0
  let filled = 0
  for (const value of values) {
    const digits = value.replace(/[\s.]/g, '')
    if (digits === '') continue
    filled++
    if (!/^\d{8,9}$/.test(digits)) continue
    numbers++
    if (passesElevenTest(digits)) passed++
  }
  return numbers >= 3 && numbers >= filled * 0.8 && passed >= numbers * 0.8
}

/** Does free text hold a citizen service number? Only nine digits in a row count; eight are a phone number's tail. */
export function holdsBsn(text: string): boolean {
  if (text.length < 9) return false
  const found = nineDigits.exec(text)
  return found !== null && passesElevenTest(found[0])
}

/** The text without the citizen service numbers in it. */
export const withoutBsn = (text: string): string =>
  text.length < 9 ? text : text.replace(allNineDigits, (digits) => (passesElevenTest(digits) ? '' : digits))

const nineDigits = /(?<!\d)\d{9}(?!\d)/
const allNineDigits = new RegExp(nineDigits, 'g')
