import { describe, expect, it } from 'vitest'
import { readHouseNumber, splitAddressLine, splitPlace } from '#imports/addresses.ts'

describe('addresses', () => {
  it.each([
    ['Kerkstraat 12', 'Kerkstraat', 12, ''],
    ['Plein 1944 12 A', 'Plein 1944', 12, 'A'],
    ['Plein 1944 12 2e', 'Plein 1944', 12, '2e'],
    ['Plein 1944 12', 'Plein 1944', 12, ''],
    ['2e Kruisstraat 8 bis', '2e Kruisstraat', 8, 'bis'],
    ['2e Kruisstraat 71', '2e Kruisstraat', 71, ''],
    ['Händelstraat 12-III', 'Händelstraat', 12, 'III'],
    ["'t Zand 15a", "'t Zand", 15, 'a'],
    ['Kerkstraat 12 hs', 'Kerkstraat', 12, 'hs'],
    ['Laan 1940-1945 8', 'Laan 1940-1945', 8, ''],
    ['Kerkstraat 12-2', 'Kerkstraat', 12, '2'],
    ['Kerkstraat achterom 12', 'Kerkstraat achterom', 12, ''],
  ])('%s is split', (line, street, houseNumber, addition) => {
    expect(splitAddressLine(line)).toEqual({ street, houseNumber, addition })
  })

  it.each(['Kerkstraat', 'Plein', '12'])('%s has no house number, and none is guessed', (line) => {
    expect(splitAddressLine(line).houseNumber).toBeNull()
  })

  it.each([
    ['Kerkstraat 12, 1234 AB Utrecht', { line: 'Kerkstraat 12', postcode: '1234 AB', city: 'Utrecht' }],
    ['Kerkstraat 12 1234AB Utrecht', { line: 'Kerkstraat 12', postcode: '1234AB', city: 'Utrecht' }],
    ['2e Kruisstraat 1200 hs', { line: '2e Kruisstraat 1200 hs', postcode: '', city: '' }],
  ])('a place behind the street is taken apart: %s', (line, expected) => {
    expect(splitPlace(line)).toEqual(expected)
  })

  it.each([
    ['12', 12, ''],
    ['12A', 12, 'A'],
    ['12-III', 12, 'III'],
    ['12 hs', 12, 'hs'],
  ])('house number %s', (text, houseNumber, addition) => {
    expect(readHouseNumber(text)).toEqual({ houseNumber, addition })
  })

  it.each(['0', 'x', '123456', ''])('%j is no house number', (text) => {
    expect(readHouseNumber(text)).toBeUndefined()
  })
})
