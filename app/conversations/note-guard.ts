import { passesElevenTest } from '#imports/bsn.ts'
import { medicalWords } from './medical-words.ts'

/** Something in a note that should perhaps not be kept: where it stands in the text, so that it can be shown. */
export type NoteWarning = { kind: 'bsn' | 'medical'; found: string; at: number }

/**
 * Warns before saving; never changes or blocks the note by itself. The caller takes it out, or says why it stays.
 * A citizen service number has no legal ground here (Wabb art. 10); health remarks are art. 9 GDPR.
 */
export const noteWarnings = (text: string): NoteWarning[] =>
  [...bsnsIn(text), ...medicalIn(text)].sort((a, b) => a.at - b.at)

// Nine digits in a row, or in the groups people write them in; not the tail of a longer number or of a +31 number.
const nineDigits =
  /(?<![\d+])(?<!\+\d{1,3}[ .-]?(?:\(0\))?[ .-]?)(?<!\d[.-])(?:\d{9}|\d{4}([ .-])\d{2}\1\d{3}|\d{3}([ .-])\d{3}\2\d{3}|\d{3}([ .-])\d{2}\3\d{4})(?![.-]?\d)/g
// Eight digits lack their leading zero; only when the word stands before them, since a phone number may lack its area code.
const eightDigits = /(?:\bbsn\b|burgerservicenummer|sofi-?nummer)\D{0,20}(\d{8})(?!\d)/gi

function bsnsIn(text: string): NoteWarning[] {
  const nine = [...text.matchAll(nineDigits)].map(({ 0: found, index }) => ({ found, at: index }))
  const eight = [...text.matchAll(eightDigits)].map((match) => {
    const found = match[1] ?? ''
    return { found, at: match.index + match[0].length - found.length }
  })
  return [...nine, ...eight]
    .filter(({ found }) => passesElevenTest(found.replace(/\D/g, '')))
    .map((position) => ({ kind: 'bsn', ...position }))
}

const medicalPattern = new RegExp(`(?<!\\p{L})(?:${medicalWords.join('|')})(?!\\p{L})`, 'giu')

const medicalIn = (text: string): NoteWarning[] =>
  [...text.matchAll(medicalPattern)].map(({ 0: found, index }) => ({ kind: 'medical', found, at: index }))
