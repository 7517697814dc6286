export type Address = { street: string; houseNumber: number | null; addition: string }

const wholeNumber = /^(\d{1,5})(?!\d)(?: ?[-/.,]? ?(.{1,12}))?$/
const houseToken = /^(\d{1,5})(?:[-/.]?([\p{L}\d][\p{L}\d./-]{0,9}))?$/u
// a street without digits: most are
const simpleLine = /^([^\d,]+) ([1-9]\d{0,4})(?: ?([A-Za-z]{1,4}))?$/
const ordinal = /^\d{1,2}(?:e|de|ste|hoog|hg)$/i

/** "12", "12A", "12-III", "12 hs": undefined when no house number is in it. */
export function readHouseNumber(text: string): { houseNumber: number; addition: string } | undefined {
  const parts = wholeNumber.exec(text)
  if (parts === null || Number(parts[1]) === 0) return undefined
  return { houseNumber: Number(parts[1]), addition: parts[2] ?? '' }
}

/** "Plein 1944 12 A": the last group of digits that stands alone is the house number, what follows is the addition. */
export function splitAddressLine(line: string): Address {
  const simple = simpleLine.exec(line)
  if (simple) return { street: simple[1] ?? '', houseNumber: Number(simple[2]), addition: simple[3] ?? '' }
  const words = line.split(' ')
  for (let i = words.length - 1; i >= 1; i--) {
    const word = words[i] ?? ''
    const parts = houseToken.exec(word)
    if (parts === null || Number(parts[1]) === 0) continue
    // "12 2e" is number 12 on the second floor
    if (i > 1 && ordinal.test(word) && houseToken.test(words[i - 1] ?? '')) continue
    const behind = words
      .slice(i + 1)
      .join(' ')
      .replace(/^[-/]\s*/, '')
    const addition = parts[2] ? `${parts[2]}${behind ? ` ${behind}` : ''}` : behind
    if (addition.length > 12) break
    return { street: words.slice(0, i).join(' ').replace(/,$/, ''), houseNumber: Number(parts[1]), addition }
  }
  return { street: line, houseNumber: null, addition: '' }
}

const postcodeBehind = /(?:, ?([1-9]\d{3} ?[A-Z]{2})\b,? ?| ([1-9]\d{3} ?[A-Z]{2}),? (?=.))/g

/** "Kerkstraat 12, 1234 AB Utrecht" holds three columns in one. */
export function splitPlace(line: string): { line: string; postcode: string; city: string } {
  const firstDigit = line.search(/\d/)
  for (const found of line.matchAll(postcodeBehind)) {
    if (firstDigit < 0 || found.index <= firstDigit) continue
    const city = line.slice(found.index + found[0].length)
    return { line: line.slice(0, found.index).trim(), postcode: found[1] ?? found[2] ?? '', city }
  }
  return { line, postcode: '', city: '' }
}
