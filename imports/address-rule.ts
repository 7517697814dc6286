import { readHouseNumber, splitAddressLine, splitPlace } from '#imports/addresses.ts'
import { textOf } from '#imports/cell-rules.ts'
import { readPostcode } from '#imports/postcodes.ts'
import type { Warnings } from '#imports/row-warnings.ts'
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

/** The separate columns where the list has them, the combined line where it has not. */
export function addressOf(cells: AddressCells, warnings: Warnings): TenantAddress {
  const street = textOf(cells.street, 'street', warnings)
  const address: TenantAddress = {
    street: street || null,
    houseNumber: null,
    addition: textOf(cells.addition, 'addition', warnings) || null,
    postcode: postcodeOf(cells.postcode, warnings),
    city: textOf(cells.city, 'city', warnings) || null,
  }
  if (cells.houseNumber !== '') fillHouseNumber(address, cells.houseNumber, warnings)
  if (street === '' && cells.addressLine !== '') fillFromLine(address, cells, warnings)
  return address
}

function postcodeOf(cell: string, warnings: Warnings): string | null {
  if (cell === '') return null
  const text = tidy(cell)
  return text === '' ? null : (readPostcode(text) ?? warnings.add('invalid-postcode', 'postcode', cell))
}

function fillHouseNumber(address: TenantAddress, cell: string, warnings: Warnings): void {
  const text = tidy(cell)
  if (text === '') return
  const read = readHouseNumber(text)
  if (read === undefined) {
    warnings.add('invalid-house-number', 'houseNumber', cell)
    return
  }
  address.houseNumber = read.houseNumber
  if (read.addition !== '') address.addition = address.addition ? `${read.addition} ${address.addition}` : read.addition
}

function fillFromLine(address: TenantAddress, cells: AddressCells, warnings: Warnings): void {
  const whole = textOf(cells.addressLine, 'addressLine', warnings)
  if (whole === '') return
  const { line, postcode, city } = splitPlace(whole)
  const split = splitAddressLine(line)
  address.street = split.street
  address.houseNumber ??= split.houseNumber
  address.addition ??= split.addition || null
  if (cells.postcode === '' && postcode !== '') address.postcode = readPostcode(postcode)
  address.city ??= city || null
  if (address.houseNumber === null) warnings.add('invalid-house-number', 'addressLine', cells.addressLine)
}
