import { passesElevenTest } from '#imports/bsn.ts'

export type TypedBsn = { found: string; at: number }

/** The text with dots for the digits of each citizen service number in it. */
export function withoutBsns(text: string): string {
  let kept = ''
  let from = 0
  for (const { found, at } of bsnsIn(text)) {
    kept += text.slice(from, at) + found.replace(/\d/g, '•')
    from = at + found.length
  }
  return kept + text.slice(from)
}

/** For a rule on a field of free text. */
export const holdsNoBsn = (text: string): boolean => bsnsIn(text).length === 0

// Nine digits in a row, or in the groups people write them in; not the tail of a longer number or of a +31 number.
const nineDigits =
  /(?<![\d+])(?<!\+\d{1,3}[ .-]?(?:\(0\))?[ .-]?)(?<!\d[.-])(?:\d{9}|\d{4}([ .-])\d{2}\1\d{3}|\d{3}([ .-])\d{3}\2\d{3}|\d{3}([ .-])\d{2}\3\d{4})(?![.-]?\d)/g
// In any other groups, down to one digit at a time: only when nothing but these nine digits stands together.
const nineSpaced = /(?<![\d+][ .-]?|\+\d{1,3} ?\(0\) ?)\d{1,8}(?:[ .-]\d{1,8}){1,8}(?![ .-]?\d)/g
const aDate = /(?:^|\D)(?:\d{1,2}[ .-]\d{1,2}[ .-](?:1[89]|20)\d{2}|(?:1[89]|20)\d{2}[ .-]\d{1,2}[ .-]\d{1,2})(?:\D|$)/
// Eight digits lack their leading zero; only when the word stands before them, since a phone number may lack its area code.
const eightDigits = /(?:\bbsn\b|burgerservicenummer|sofi-?nummer)\D{0,20}(\d(?:[ .-]?\d){7})(?![ .-]?\d)/gi
// Soft hyphens, zero-width letters and direction marks are not seen; neither is what they break up.
const unseen = /\p{Default_Ignorable_Code_Point}/u
const spaces = /[\u00A0\u2000-\u200A\u202F\u205F\u3000\t]/
const hyphens = /[\u2010-\u2015\u2212]/

/** The citizen service numbers that somebody typed, in whatever groups, with where each stands; in order. */
export function bsnsIn(text: string): TypedBsn[] {
  if (!/\d/.test(text)) return []
  const { seen, places } = asSeen(text)
  const written = [
    ...seen.matchAll(nineDigits),
    ...[...seen.matchAll(nineSpaced)].filter(({ 0: run }) => isSpaced(run)),
  ]
  const eight = [...seen.matchAll(eightDigits)].map((match) => {
    const found = match[1] ?? ''
    return { found, at: match.index + match[0].length - found.length }
  })
  const found = [...written.map(({ 0: found, index }) => ({ found, at: index })), ...eight]
    .filter(({ found }) => passesElevenTest(found.replace(/\D/g, '')))
    .sort((a, b) => a.at - b.at)
  return withoutOverlap(found).map(({ found, at }) => {
    const start = places[at] ?? 0
    return { found: text.slice(start, (places[at + found.length - 1] ?? 0) + 1), at: start }
  })
}

const isSpaced = (run: string) => run.replace(/\D/g, '').length === 9 && !aDate.test(run)

/** The text as the eye sees it, and where each of its letters stands in what was written. */
function asSeen(text: string) {
  const places: number[] = []
  let seen = ''
  for (let at = 0; at < text.length; at++) {
    const letter = text.charAt(at)
    if (unseen.test(letter)) continue
    places.push(at)
    seen += spaces.test(letter) ? ' ' : hyphens.test(letter) ? '-' : letter
  }
  return { seen, places }
}

/** Of two that share digits, the first. */
function withoutOverlap(found: { found: string; at: number }[]) {
  let end = 0
  return found.filter(({ found: { length }, at }) => {
    if (at < end) return false
    end = at + length
    return true
  })
}
