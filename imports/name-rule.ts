import { becameDate, saysNothing } from '#imports/artefacts.ts'
import { textOf, type Warn } from '#imports/cell-rules.ts'
import { type Name, readName } from '#imports/names.ts'
import { tidy } from '#imports/text.ts'

export type NameColumns = {
  salutation: string
  initials: string
  firstName: string
  infix: string
  lastName: string
  fullName: string
}

/** Reads the columns a name stands in; null when there is nothing to call this person by. */
export function nameOf(
  cells: NameColumns,
  { hasInfixColumn, warn }: { hasInfixColumn: boolean; warn: Record<keyof NameColumns, Warn> },
): Name | null {
  const initials = textOf(cells.initials, warn.initials)
  const infix = textOf(cells.infix, warn.infix)
  const name = readName({
    salutation: saysNothing(cells.salutation) ? '' : textOf(cells.salutation, warn.salutation),
    initials,
    firstName: textOf(cells.firstName, warn.firstName),
    infix,
    lastName: isSurname(cells.lastName, { initials, infix }) ? cells.lastName : textOf(cells.lastName, warn.lastName),
    fullName: textOf(cells.fullName, warn.fullName),
    hasInfixColumn,
  })
  if (name === null) return null
  const own = cells.lastName === '' ? 'fullName' : 'lastName'
  if (isUnlikely(name.lastName)) warn[own]('no-name', name.lastName)
  if (name.isSeveralPeople) warn[own]('several-people', name.lastName)
  return name
}

/** Mevrouw Null and mevrouw Van Geen exist; with a capital and nothing else they are names. */
function isSurname(lastName: string, { initials, infix }: { initials: string; infix: string }): boolean {
  if (infix !== '') return /^(?:Geen|Leeg|Null|None|Blanco)$/.test(lastName)
  return initials !== '' && /^(?:Null|None|Blanco)$/.test(lastName)
}

/** A number or a date where a name should be; it is kept, since it may be all that is known of somebody. */
function isUnlikely(lastName: string): boolean {
  if ((/\p{Ll}/u.test(lastName) && !/\d/.test(lastName)) || lastName.includes('\ufffd')) return false
  return !/\p{L}/u.test(lastName) || becameDate(tidy(lastName)) || formulaValue.test(lastName)
}

const formulaValue = /^(?:true|false|waar|onwaar)$/i
