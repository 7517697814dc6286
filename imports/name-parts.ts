import { isInfix, splitInfix } from '#imports/infixes.ts'
import type { Name } from '#imports/names.ts'
import { readSalutation } from '#imports/salutations.ts'

const initialsRun = /^(?:(?:IJ|\p{Lu}\p{Ll}{0,2})\.-?)+\p{Lu}?\.?$/u
const oneLetter = /^\p{Lu}$/u
const academic = /^(?:drs|ir|dr|ing|prof|mr|ds|bc|msc|bsc)\.$/i
const particle = /^(?:El|Al|Ben|Ait|Abu|Abou|Bou|Bin|Ould|San|Santa|Saint|St\.|Mac|Mc|Le|La|Di|Da|Dos|Del)$/
const suffix = /^(?:jr|sr|st|drs?|ir|ing|mr|ds|prof)\.?$/i
/** "J.P.M. (Jan) Jansen" */
const inBrackets = /^\((\p{L}+)\)$/u
const titleBehind = /^\(?((?:dhr|hr|mevr|mw|mej)\.?)\)?$/i

export const isInitials = (word: string): boolean => initialsRun.test(word) || oneLetter.test(word)

/** Fills a name from one column: "A.B. van der Berg", "Berg, A.B. van der", "Berg van der A.B.". */
export function fillFrom(name: Name, text: string): Name {
  const comma = text.indexOf(', ')
  const isTurned = comma > 0 && text.indexOf(', ', comma + 2) < 0 && !text.includes('"')
  const words = withSpaces(isTurned ? text.slice(comma + 2) : text).split(' ')
  takeTitleBehind(name, words)
  if (!isTurned && takeTurned(name, words)) return name
  const initials = takeWhile(words, (word) => isInitials(word) || academic.test(word), isTurned ? 0 : 1)
  name.initials ??= initials.join(words.some((word) => academic.test(word)) ? ' ' : '') || null
  if (isTurned) {
    const firstNames = takeWhile(words, (word) => !isInfix(word), 0)
    name.firstName ??= firstNames.join(' ') || null
    name.infix ??= words.join(' ') || null
    return withLastName(name, text.slice(0, comma).split(' '))
  }
  const called = words.length > 1 ? inBrackets.exec(words[0] ?? '') : null
  if (called) {
    name.firstName ??= called[1] ?? null
    words.shift()
  } else if (initials.length === 0) name.firstName ??= takeFirstNames(words).join(' ') || null
  return withLastName(name, words)
}

function withLastName(name: Name, words: readonly string[]): Name {
  const [infix, lastName] = splitInfix(words)
  name.infix ??= infix || null
  name.lastName = infix !== '' && name.infix !== infix ? words.join(' ') : lastName
  return name
}

/** "J.Jansen" is two words; so is "A.B.de Boer". */
const withSpaces = (text: string): string => text.replace(glued, '$1 ')
const glued = /^((?!St\.)(?:(?:IJ|\p{Lu}\p{Ll}{0,2})\.){1,10})(?=[\p{L}']{2}(?!\.))/u

/** "Jansen J. Mw." */
function takeTitleBehind(name: Name, words: string[]): void {
  const title = words.length > 1 ? titleBehind.exec(words.at(-1) ?? '') : null
  if (title === null) return
  const spoken = readSalutation(title[1] ?? '')
  name.salutation ??= spoken.salutation
  name.sex ??= spoken.sex
  words.pop()
}

/** "Jansen A.B.", "Berg van der J.", "Berg J. van der": the last name first, without a comma. */
function takeTurned(name: Name, words: string[]): boolean {
  if (isInitials(words[0] ?? '') || academic.test(words[0] ?? '')) return false
  let end = words.length
  while (end > 1 && isPartBehind(words[end - 1] ?? '')) end--
  const behind = words.slice(end)
  const initials = behind.filter((word) => !isInfix(word))
  if (initials.length === 0 && !(end === 1 && surelyInfix.test(behind.at(-1) ?? ''))) return false
  // one letter alone says too little beside several names: "Jan Jansen B"
  const hasPoint = initials.some((word) => word.includes('.'))
  if (initials.length > 0 && !hasPoint && words.slice(0, end).filter((word) => !isInfix(word)).length > 1) return false
  name.initials ??= initials.join('') || null
  name.infix ??= behind.filter(isInfix).join(' ') || null
  withLastName(name, words.slice(0, end))
  return true
}

const surelyInfix = /^(?:van|de[rn]?|v\.d\.?|v\/d|vd)$/i
const isPartBehind = (word: string): boolean => isInfix(word) || (isInitials(word) && !suffix.test(word))

/** "Jan Willem van der Berg" has two first names; without an infix the last word is the last name. */
function takeFirstNames(words: string[]): string[] {
  if (isInfix(words[0] ?? '')) return []
  const infixAt = words.findIndex((word, i) => i > 0 && i < words.length - 1 && isInfix(word))
  let lastNameAt = infixAt > 0 ? infixAt : words.length - 1
  const note = words.findIndex((word) => word.endsWith(';'))
  if (infixAt < 0 && note >= 0) lastNameAt = note
  while (lastNameAt > 1 && particle.test(words[lastNameAt - 1] ?? '')) lastNameAt--
  return words.splice(0, lastNameAt)
}

/** Takes words off the front while they fit, leaving at least `keep`. */
function takeWhile(words: string[], fits: (word: string) => boolean, keep: number): string[] {
  let count = 0
  while (count < words.length - keep && fits(words[count] ?? '')) count++
  return words.splice(0, count)
}
