import { describe, expect, it } from 'vitest'
import { readHouseNumber } from '#imports/addresses.ts'
import { readName } from '#imports/names.ts'
import { inspectTenantList } from '#imports/read-list.ts'
import { readAll, scratch } from './scratch.ts'

const { fileOf } = scratch()
const none = { initials: '', firstName: '', infix: '', fullName: '', hasInfixColumn: false }

describe('a title under last names is no name', () => {
  it.each([
    ['', 'Fam. Wit', { salutation: 'familie', sex: null, lastName: 'Wit', infix: null }],
    ['Mevr.', 'Fam. Wit', { salutation: 'mevrouw', sex: 'V', lastName: 'Wit', infix: null }],
    ['', 'Familie de Wit', { salutation: 'familie', sex: null, lastName: 'Wit', infix: 'de' }],
    ['Mevr.', 'dhr. en mw. Wit', { salutation: 'de heer/mevrouw', sex: null, lastName: 'Wit', infix: null }],
    [
      'Dhr.',
      'De heer/mevrouw van der Berg',
      { salutation: 'de heer/mevrouw', sex: null, lastName: 'Berg', infix: 'van der' },
    ],
    ['', 'Mw. Wit-de Boer', { salutation: 'mevrouw', sex: 'V', lastName: 'Wit-de Boer', infix: null }],
    ['', 'Heer', { salutation: null, sex: null, lastName: 'Heer', infix: null }],
    ['Dhr.', 'de Heer', { salutation: 'de heer', sex: 'M', lastName: 'Heer', infix: 'de' }],
    ['Dhr.', 'Heerema', { salutation: 'de heer', sex: 'M', lastName: 'Heerema', infix: null }],
    ['Mevr.', 'Mevrouwse', { salutation: 'mevrouw', sex: 'V', lastName: 'Mevrouwse', infix: null }],
    ['Dhr.', 'Fama', { salutation: 'de heer', sex: 'M', lastName: 'Fama', infix: null }],
  ] as const)('%j %j', (salutation, lastName, meant) => {
    expect(readName({ ...none, salutation, lastName })).toMatchObject(meant)
  })
})

it.each([
  ['12,5', 12, '5'],
  ['12, a', 12, 'a'],
  ['12-5', 12, '5'],
  ['12', 12, ''],
] as const)('house number %j', (cell, houseNumber, addition) => {
  expect(readHouseNumber(cell)).toEqual({ houseNumber, addition })
})

it('an empty home is nobody to call', async () => {
  const rows = ['Leegstand', 'LEEGSTAND', 'leegstaand', 'Leegwater'].map((name, at) => `T${at};J.;${name};0612345678`)
  const file = fileOf('list.csv', ['Huurdernr;Voorletters;Achternaam;Mobiel', ...rows, ''].join('\r\n'))
  const found = await inspectTenantList(file)
  if (!found.ok) throw new Error(found.reason)
  const results = await readAll(file, found.mapping)
  expect(results.map((row) => (row.outcome === 'accepted' ? row.row.lastName : row.reason))).toEqual([
    'missing-name',
    'missing-name',
    'missing-name',
    'Leegwater',
  ])
})
