import { readHouseNumber, splitAddressLine, splitPlace } from '#imports/addresses.ts'
import { becameDate, isDayNumber, saysNothing, withoutFraction } from '#imports/artefacts.ts'
import { textOf, type Warn } from '#imports/cell-rules.ts'
import { readPostcode } from '#imports/postcodes.ts'
import { tidy } from '#imports/text.ts'

export type AddressCells = {
  street: string
  houseNumber: string
  addition: string
  addressLine: string
  postcode: string
  city: string
}

export type TenantAddress = {
  street: string | null
  houseNumber: number | null
  addition: string | null
  postcode: string | null
  city: string | null
}

type WarnOfCells = Record<keyof AddressCells, Warn>

/** The separate columns where the list has them, the combined line where it has not. */
export function addressOf(cells: AddressCells, warn: WarnOfCells): TenantAddress {
  const street = textOf(cells.street, warn.street)
  const address: TenantAddress = {
    street: street || null,
    houseNumber: null,
    addition: additionOf(cells.addition, warn.addition),
    postcode: postcodeOf(cells.postcode, warn.postcode),
    city: textOf(cells.city, warn.city) || null,
  }
  if (cells.houseNumber !== '') fillHouseNumber(address, cells.houseNumber, warn.houseNumber)
  if (street === '' && cells.addressLine !== '') fillFromLine(address, cells, warn)
  return address
}

function postcodeOf(cell: string, warn: Warn): string | null {
  if (cell === '') return null
  const text = tidy(cell)
  return text === '' ? null : (readPostcode(text) ?? warn('invalid-postcode', cell))
}

function additionOf(cell: string, warn: Warn): string | null {
  const text = textOf(cell, warn)
  if (text === '') return null
  return becameDate(text) ? warn('became-date', text) : withoutFraction(text)
}

/** What makes a cell of a house number none: a value of a spreadsheet's own. */
function problemOf(text: string) {
  if (saysNothing(text)) return 'says-nothing'
  return becameDate(text) || isDayNumber(Number(text)) ? 'became-date' : null
}

function fillHouseNumber(address: TenantAddress, cell: string, warn: Warn): void {
  const text = tidy(cell)
  if (text === '') return
  const problem = problemOf(text)
  const read = problem === null ? readHouseNumber(withoutFraction(text)) : undefined
  if (read === undefined) {
    warn(problem ?? 'invalid-house-number', cell)
    return
  }
  address.houseNumber = read.houseNumber
  if (read.addition !== '') address.addition = address.addition ? `${read.addition} ${address.addition}` : read.addition
}

function fillFromLine(address: TenantAddress, cells: AddressCells, warn: WarnOfCells): void {
  const whole = textOf(cells.addressLine, warn.addressLine)
  if (whole === '') return
  const { line, postcode, city } = splitPlace(whole)
  const [street, number] = lastWord(line)
  const isDate = street !== '' && becameDate(number)
  const split = isDate
    ? { street, houseNumber: null, addition: '' }
    : splitAddressLine(street === '' ? line : `${street} ${withoutFraction(number)}`)
  address.street = split.street
  address.houseNumber ??= split.houseNumber
  address.addition ??= split.addition || null
  if (cells.postcode === '' && postcode !== '') address.postcode = readPostcode(postcode)
  address.city ??= city || null
  if (address.houseNumber === null) warn.addressLine(isDate ? 'became-date' : 'invalid-house-number', cells.addressLine)
}

function lastWord(line: string): [string, string] {
  const at = line.lastIndexOf(' ')
  return [line.slice(0, Math.max(at, 0)), line.slice(at + 1)]
}
