import { isUtf8 } from 'node:buffer'
import iconv from 'iconv-lite'

/** Which signs the bytes of one character set become when they are taken for another, and which may begin a letter. */
type Misreading = { byteOf: Map<string, number>; starts: string }

function misreading(encoding: string, starts: string): Misreading {
  const byteOf = new Map<string, number>()
  for (let byte = 0x80; byte <= 0xff; byte++) {
    byteOf.set(iconv.decode(Buffer.from([byte]), encoding), byte)
    // what Windows-1252 has no sign for is left as it was
    if (encoding === 'windows-1252' && byte < 0xa0) byteOf.set(String.fromCharCode(byte), byte)
  }
  return { byteOf, starts }
}

/** Of Windows-1252, the Macintosh and DOS: what the first bytes of Latin letters and of quotes look like. */
const misreadings = [
  misreading('windows-1252', 'ÂÃÄÅÆËâ'),
  misreading('macintosh', '¬√ƒ≈∆‚'),
  misreading('cp850', '┬├─┼Ô'),
  misreading('cp437', '┬├─┼╬Γ'),
]
const mostOften = 3

/**
 * Mends what became of UTF-8 that was taken for another character set, and perhaps again: RenÃ©e, Ren├®e and RenÃƒÂ©e
 * are Renée. What cannot have come about like that stays as it is.
 */
export function repairTwiceRead(text: string): string {
  if (!suspect.test(text)) return text
  let mended = text
  for (let times = 0; times < mostOften; times++) {
    const before = mended
    for (const reading of misreadings) {
      mended = readOnce(before, reading)
      if (mended !== before) break
    }
    if (mended === before) break
  }
  return mended
}

const suspect = /[ÂÃÄÅÆËâ¬√ƒ≈∆‚┬├─┼╬ÔΓ][^\0-\x7f]/

function readOnce(text: string, { byteOf, starts }: Misreading): string {
  let read = ''
  let done = 0
  for (let at = 0; at < text.length; at++) {
    if (!starts.includes(text[at] ?? '')) continue
    const length = (byteOf.get(text[at] ?? '') ?? 0) >= 0xe0 ? 3 : 2
    const bytes = Buffer.from([...text.slice(at, at + length)].map((sign) => byteOf.get(sign) ?? 0))
    if (bytes.length < length || !isUtf8(bytes)) continue
    const letter = bytes.toString()
    if (!likely.test(letter) && !byteOf.has(letter)) continue
    read += text.slice(done, at) + letter
    done = at + length
    at = done - 1
  }
  return done === 0 ? text : read + text.slice(done)
}

/**
 * Latin letters, and the quotes, dashes and signs that Windows-1252 has; not the letters that would come of an Ä in
 * front of a closing quote.
 */
const likely = /^(?![ĒĔĻ])[\u0080-\u024f\u02c6\u02dc\u1e00-\u1eff\u2010-\u203a\u20ac\u2122]$/

/** Costs little where nothing is the matter: only places that may be one are looked at. */
export function holdsTwiceRead(text: string): boolean {
  for (const { index } of text.matchAll(everySuspect)) {
    const place = text.slice(index, index + 3)
    if (repairTwiceRead(place) !== place) return true
  }
  return false
}

const everySuspect = new RegExp(suspect, 'g')
