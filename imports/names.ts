import { withoutEstate } from '#imports/estates.ts'
import { infixBehind, isInfix, splitInfix } from '#imports/infixes.ts'
import { readSalutation, titleInFront } from '#imports/salutations.ts'
import type { Sex } from '#imports/sexes.ts'

export type NameCells = {
  salutation: string
  initials: string
  firstName: string
  infix: string
  lastName: string
  fullName: string
  /** Whether the list has a column for infixes: then "El Idrissi" in the last name is the list's own choice. */
  hasInfixColumn: boolean
}

export type Name = {
  salutation: string | null
  initials: string | null
  firstName: string | null
  infix: string | null
  lastName: string
  sex: Sex | null
  /** The tenant has died and the heirs hold the contract: nobody to call as a tenant. */
  isEstate: boolean
}

/** Null when there is nothing to call this person by. Capitals stay as the list has them. */
export function readName(cells: NameCells): Name | null {
  const spoken = readSalutation(cells.salutation)
  const own: Name = {
    salutation: spoken.salutation,
    initials: cells.initials || null,
    firstName: cells.firstName || null,
    infix: cells.infix || null,
    lastName: cells.lastName,
    sex: spoken.sex,
    isEstate: spoken.isEstate,
  }
  const combined = cells.lastName === '' ? cells.fullName : ''
  if (combined !== '') return withSplitName(own, combined)
  if (own.lastName === '') return withFirstNameOnly(own)
  return withTidyLastName(own, cells.hasInfixColumn)
}

function withFirstNameOnly(name: Name): Name | null {
  if (name.firstName === null) return null
  return { ...name, lastName: name.firstName, firstName: null }
}

function withTidyLastName(name: Name, hasInfixColumn: boolean): Name | null {
  if (needsTidying.test(name.lastName)) {
    const bare = withoutEstate(name.lastName)
    name.isEstate ||= bare.isEstate
    name.lastName = bare.text.replace(others, '')
    if (name.lastName === '') return withFirstNameOnly(name)
  }
  if (name.infix !== null) return name
  const behind = infixBehind.exec(name.lastName)
  if (behind) return { ...name, lastName: behind[1] ?? '', infix: behind[2] ?? null }
  if (hasInfixColumn) return name
  const [infix, lastName] = splitInfix(name.lastName.split(' '))
  if (infix !== '') Object.assign(name, { infix, lastName })
  return name
}

const needsTidying = /erven|erfgena|e\.?\/?a\.?$|c\.?s\.?$/i
const others = /,? +(?:e\.a\.?|e\/a|c\.s\.?|ea|cs)$/i
const initialsWord = /^(?:\p{Lu}\p{Ll}{0,2}\.-?)+\p{Lu}?\.?$|^\p{Lu}$/u
const academic = /^(?:drs|ir|dr|ing|prof|mr|ds|bc|msc|bsc)\.$/i
const particle = /^(?:El|Al|Ben|Ait|Abu|Abou|Bou|Bin|Ould|San|Santa|Saint|St\.|Mac|Mc|Le|La|Di|Da|Dos|Del)$/

function withSplitName(name: Name, combined: string): Name | null {
  const estateFirst = withoutEstate(combined)
  const title = titleInFront.exec(estateFirst.text)
  const spoken = readSalutation(title?.[1] ?? '')
  const bare = withoutEstate(estateFirst.text.slice(title?.[0].length ?? 0))
  name.isEstate ||= estateFirst.isEstate || bare.isEstate || spoken.isEstate
  name.salutation ??= spoken.salutation
  name.sex ??= spoken.sex
  const rest = bare.text.replace(others, '').trim()
  if (rest === '') return withFirstNameOnly(name)
  return fillFrom(name, rest)
}

function fillFrom(name: Name, text: string): Name {
  const comma = text.indexOf(', ')
  const isTurned = comma > 0 && text.indexOf(', ', comma + 2) < 0 && !text.includes('"')
  const words = (isTurned ? text.slice(comma + 2) : text).split(' ')
  const initials = takeWhile(words, (word) => initialsWord.test(word) || academic.test(word), isTurned ? 0 : 1)
  name.initials ??= initials.join(words.some((word) => academic.test(word)) ? ' ' : '') || null
  if (isTurned) {
    const firstNames = takeWhile(words, (word) => !isInfix(word), 0)
    name.firstName ??= firstNames.join(' ') || null
    name.infix ??= words.join(' ') || null
    const [infix, lastName] = splitInfix(text.slice(0, comma).split(' '))
    name.infix ??= infix || null
    name.lastName = infix !== '' && name.infix !== infix ? text.slice(0, comma) : lastName
    return name
  }
  if (initials.length === 0) name.firstName ??= takeFirstNames(words).join(' ') || null
  const [infix, lastName] = splitInfix(words)
  name.infix ??= infix || null
  name.lastName = infix !== '' && name.infix !== infix ? words.join(' ') : lastName
  return name
}

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
