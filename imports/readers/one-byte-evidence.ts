import iconv from 'iconv-lite'
import { textReader } from '#imports/readers/encodings.ts'
import { hasDamagedLetters } from '#imports/text.ts'

const candidates = ['macintosh', 'cp850', 'cp437'] as const
const enough = 5000

/**
 * Weighs what a file without UTF-8 makes of the words in it when its letters are taken for Windows-1252, which nearly
 * all of them are, and for what old Macintoshes and DOS programs write. Only where Windows-1252 makes nonsense of a good
 * part of the words and another makes sense of them, it is that other.
 */
export class OneByteEvidence {
  readonly #words = new Set<string>()

  add(bytes: Buffer): void {
    if (this.#words.size >= enough) return
    for (const [word] of bytes.toString('latin1').matchAll(wordBeyondAscii))
      if (hasLetter.test(word)) this.#words.add(word)
  }

  get encoding(): 'windows-1252' | (typeof candidates)[number] {
    const words = [...this.#words].slice(0, enough).map((word) => Buffer.from(word, 'latin1'))
    const usual = weigh(words.map((word) => textReader('windows-1252').decode(word, true)))
    if (usual.damaged < Math.max(1, words.length / 5)) return 'windows-1252'
    let best: 'windows-1252' | (typeof candidates)[number] = 'windows-1252'
    let most = usual.sense
    for (const candidate of candidates) {
      const { sense, damaged } = weigh(words.map((word) => iconv.decode(word, candidate)))
      if (sense > most && damaged <= words.length / 5) [best, most] = [candidate, sense]
    }
    return best
  }
}

/** Bounded, so that a megabyte without a space costs no more than its size. */
const wordBeyondAscii = /[A-Za-z'.-]{0,30}[\x80-\xff][A-Za-z'.\x80-\xff-]{0,30}/g

const hasLetter = /[A-Za-z]/

function weigh(words: readonly string[]): { sense: number; damaged: number } {
  const damaged = words.filter(isNonsense).length
  const sense = words.reduce((sum, word) => sum + (commonLetter.test(word) ? 3 : rarerLetter.test(word) ? 2 : 0), 0)
  return { damaged, sense: sense - damaged * 9 }
}

const isNonsense = (word: string) => hasDamagedLetters(word) || nonsense.test(word)

const commonLetter = /[éëèïöüçÉËÖÜÇ]/
const rarerLetter = /[êîôóûúíäâáàñßÈÊÏÑ]/
/** Signs in a word, and capitals and small letters where nobody writes them. */
const nonsense =
  /[\u0080-\u009f\u0370-\u04ff\u2200-\u25ff]|^[€†‡]\p{L}|\p{L}[‚„ƒˆ‰˜¤¥¨¬ª]$|\p{L}[€†‡]\p{L}|\p{L}[‘“”](?!s)\p{L}|\p{Ll}[À-ÖØ-Þ]|\p{Lu}[à-öø-ÿšœž]\p{Lu}|[à-öø-ÿšœž]\p{Lu}|\p{L}[ªº¿¡¬±≥≤∂∑∏π∫Ω√≈∆◊⁄¤ﬁﬂ·„‰ˆ˜¯˘˙˚¸˝˛ˇ]\p{L}/u
