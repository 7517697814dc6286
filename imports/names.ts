import { takeDeathMark } from '#imports/deceased.ts'
import { withoutEstate } from '#imports/estates.ts'
import { infixBehind, splitInfix } from '#imports/infixes.ts'
import { fillFrom } from '#imports/name-parts.ts'
import { takeOthers } from '#imports/people.ts'
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
  /** What beside the name says that they died, as it was written: "†", "overl. 12-3-2026". It is not in the name. */
  deathMark: string | null
  /** Two people in one cell, "A. Jansen en B. de Boer": of no sex. */
  isSeveralPeople: boolean
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
    deathMark: spoken.deathMark,
    isSeveralPeople: false,
  }
  if (own.initials !== null) own.initials = withoutMark(own, own.initials) || null
  if (own.firstName !== null) own.firstName = withoutMark(own, own.firstName) || null
  const combined = cells.lastName === '' ? cells.fullName : ''
  if (combined !== '') return withSplitName(own, combined)
  if (own.lastName === '') return withFirstNameOnly(own)
  return withTidyLastName(own, cells.hasInfixColumn)
}

function withoutMark(name: Name, text: string): string {
  const bare = takeDeathMark(text)
  if (bare.mark === null) return text
  name.deathMark ??= bare.mark
  return bare.text
}

function withFirstNameOnly(name: Name): Name | null {
  if (name.firstName === null) return null
  return { ...name, lastName: name.firstName, firstName: null }
}

function withTidyLastName(name: Name, hasInfixColumn: boolean): Name | null {
  const listed = name.lastName
  name.lastName = withoutMark(name, listed)
  if (widowInFront.test(name.lastName)) {
    name.lastName = name.lastName.replace(widowInFront, '')
    name.sex ??= 'V'
  }
  takeTitle(name)
  if (needsTidying.test(name.lastName)) {
    const isSurname = name.infix !== null && /^erven$/i.test(name.lastName)
    const bare = isSurname ? { text: name.lastName, isEstate: false } : withoutEstate(name.lastName)
    name.isEstate ||= bare.isEstate
    name.lastName = bare.text.replace(others, '')
  }
  if (name.lastName === '') return withFirstNameOnly(name) ?? (name.deathMark ? { ...name, lastName: listed } : null)
  if (hasOthers(name)) return name
  if (name.infix !== null) return name
  const behind = infixBehind.exec(name.lastName)
  if (behind) return { ...name, lastName: behind[1] ?? '', infix: behind[2] ?? null }
  if (hasInfixColumn) return name
  const [infix, lastName] = splitInfix(name.lastName.split(' '))
  if (infix !== '') Object.assign(name, { infix, lastName })
  return name
}

/** "Fam. Jansen" and "Dhr. en mw. Jansen" under last names: the title is no name, and two people have no sex. */
function takeTitle(name: Name): void {
  const title = titleInFront.exec(name.lastName)
  const rest = name.lastName.slice(title?.[0].length ?? 0)
  if (title === null || rest === '') return
  const { salutation, sex } = readSalutation(title[1] ?? '')
  const isCouple = salutation === 'de heer/mevrouw'
  Object.assign(name, {
    lastName: rest,
    salutation: isCouple ? salutation : (name.salutation ?? salutation),
    sex: isCouple ? null : (name.sex ?? sex),
  })
}

/** "Jansen en Mw. B. de Boer" under last names stays as it is written, without the titles. */
function hasOthers(name: Name): boolean {
  const several = takeOthers(name.lastName)
  if (several === null) return false
  Object.assign(name, { isSeveralPeople: true, sex: null, salutation: null, lastName: several.whole })
  return true
}

/** "Wed. Jansen" lives. */
const widowInFront = /^(?:de )?(?:wed\.|weduwe) ?(?:van )?(?=\p{L})/iu
const needsTidying = /erven|erfgena|e\.?\/?a\.?$|c\.?s\.?$/i
const others = /,? (?:e\.a\.?|e\/a|c\.s\.?|ea|cs)$/i

function withSplitName(name: Name, combined: string): Name | null {
  const estateFirst = withoutEstate(withoutMark(name, combined))
  const title = titleInFront.exec(estateFirst.text)
  const spoken = readSalutation(title?.[1] ?? '')
  const bare = withoutEstate(estateFirst.text.slice(title?.[0].length ?? 0))
  name.isEstate ||= estateFirst.isEstate || bare.isEstate || spoken.isEstate
  name.salutation ??= spoken.salutation
  name.sex ??= spoken.sex
  const rest = bare.text.replace(others, '').trim()
  if (rest === '') return withFirstNameOnly(name) ?? (name.deathMark ? { ...name, lastName: combined } : null)
  const several = takeOthers(rest)
  if (several === null) return fillFrom(name, rest)
  Object.assign(name, { isSeveralPeople: true, sex: null, salutation: null })
  // "J. en M. Jansen" share a last name
  if (several.first === '') return { ...name, initials: several.joined, ...lastNameOf(several.rest) }
  fillFrom(name, several.first)
  name.lastName = `${name.lastName} ${several.joiner} ${several.rest}`
  return name
}

function lastNameOf(text: string) {
  const [infix, lastName] = splitInfix(text.split(' '))
  return { infix: infix || null, lastName }
}
