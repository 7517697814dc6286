import { describe, expect, it, test } from 'vitest'
import { holdsDayNumbers, isPossibleBirthDate, isPossibleTenancyDate, readDate } from '#imports/dates.ts'
import { type Name, readName } from '#imports/names.ts'
import { readPhones } from '#imports/phones.ts'
import { inspectTenantList, readTenantList } from '#imports/read-list.ts'
import { type ReadRow, rowReader } from '#imports/row-rules.ts'
import { scratch } from './scratch.ts'

const { fileOf } = scratch()

async function readAll(text: string) {
  const path = fileOf('list.csv', text)
  const look = await inspectTenantList(path)
  if (!look.ok) throw new Error(look.reason)
  const rows = []
  for await (const { results } of readTenantList(path, look.mapping, { today: '2026-11-25' })) rows.push(...results)
  return rows
}

describe('phone cells', () => {
  it.each([
    ['06-12345678\n020-1234567', ['+31612345678', '+31201234567']],
    ['0612345678 0687654321', ['+31612345678', '+31687654321']],
    ['06-12345678 (dochter Els 06-87654321)', ['+31612345678', '+31687654321']],
    ['tel 020-1234567 / mob 06-12345678', ['+31201234567', '+31612345678']],
    ['T:0201234567 M:0612345678', ['+31201234567', '+31612345678']],
    ['0612345678+0687654321', ['+31612345678', '+31687654321']],
    ['06‑12345678', ['+31612345678']],
    ['="0612345678"', ['+31612345678']],
    ["'0612345678", ['+31612345678']],
    ['0612345678.0', ['+31612345678']],
    ['6,12345678E+08', ['+31612345678']],
    ['3.1612345678E10', ['+31612345678']],
    ['dochter: 06-12345678', ['+31612345678']],
    ['klantnr 201234567', []],
    ['612345678.5', []],
  ])('%j holds %j', (cell, numbers) => {
    expect(readPhones(cell).numbers.map(({ e164 }) => e164)).toEqual(numbers)
  })
})

describe('dates', () => {
  it.each([
    ['1946-11-24T23:00:00.000Z', '1946-11-25'],
    ['1985-06-14T22:00:00Z', '1985-06-15'],
    ['1985-01-14T22:00:00Z', '1985-01-14'],
    ['1950-06-14T22:00:00Z', '1950-06-15'],
    ['1946-11-25T00:00:00+01:00', '1946-11-25'],
    ['1946-11-25T00:00:00Z', '1946-11-25'],
    ['1946-11-24 23:00:00+00', '1946-11-25'],
    ['25\u201111\u20111946', '1946-11-25'],
    ["'25-11-1946", '1946-11-25'],
  ])('%s is %s in Amsterdam', (text, day) => {
    expect(readDate(text, 'dmy')).toEqual({ value: day, isValid: true })
  })

  it('day numbers are dates where nearly all of a column fits, and years are not', () => {
    const isBirth = (date: string) => isPossibleBirthDate(date, '2026-11-25')
    expect(holdsDayNumbers(['16766', '17131.0', '', '9500'], isBirth)).toBe(true)
    expect(holdsDayNumbers(['1946', '1950', '1938'], isBirth)).toBe(false)
    expect(holdsDayNumbers(['2019', '2020'], isPossibleTenancyDate)).toBe(false)
    expect(holdsDayNumbers(['16766', '25-11-1946', '1-2-1950'], isBirth)).toBe(false)
  })

  test('a column of day numbers is read, and a date the other way round is asked about', async () => {
    const rows = await readAll('Huurdernr;Achternaam;Geboortedatum\nA1;Proef;16766\nA2;Proef;17131.0\n')
    expect(rows).toMatchObject([{ row: { birthOn: '1945-11-25' } }, { row: { birthOn: '1946-11-25' } }])
    const mixed = await readAll('Huurdernr;Achternaam;Geboortedatum\nA1;Proef;25-11-1946\nA2;Proef;11/25/1946\n')
    expect(mixed[1]).toMatchObject({ row: { birthOn: null }, warnings: [{ code: 'other-date-order' }] })
  })
})

describe('what a spreadsheet made of something else', () => {
  const read = (cells: Record<string, string>): ReadRow => {
    const all = { tenantNumber: 'T1', lastName: 'Proef', ...cells }
    const columns = Object.keys(all).map((name) => ({ header: name, field: name as 'tenantNumber' }))
    const notations = { dateNotation: 'dmy', amountNotation: 'comma', encoding: 'utf-8', delimiter: ';' } as const
    return rowReader({ columns, ...notations, headerRow: 0, sheet: null }, { today: '2026-11-25' })(Object.values(all))
  }

  it.each([
    [{ houseNumber: '1-dec' }, { houseNumber: null }, ['became-date']],
    [{ houseNumber: '2026-12-01' }, { houseNumber: null }, ['became-date']],
    [{ houseNumber: '46357' }, { houseNumber: null }, ['became-date']],
    [{ houseNumber: '12.0' }, { houseNumber: 12, addition: null }, []],
    [{ houseNumber: '12,0' }, { houseNumber: 12, addition: null }, []],
    [{ addressLine: 'Zonlaan 12.0' }, { street: 'Zonlaan', houseNumber: 12, addition: null }, []],
    [{ addressLine: 'Zonlaan 1-dec' }, { street: 'Zonlaan', houseNumber: null }, ['became-date']],
    [{ addition: 'jan-2' }, { addition: null }, ['became-date']],
    [{ firstName: '#NAAM?' }, { firstName: null, lastName: 'Proef' }, ['says-nothing']],
    [{ street: '#N/B' }, { street: null }, ['says-nothing']],
    [{ city: '(null)' }, { city: null }, ['says-nothing']],
    [{ homeNumber: 'NULL' }, { homeNumber: null }, ['says-nothing']],
    [{ complex: 'n.v.t.' }, { complex: null }, ['says-nothing']],
    [{ initials: '-' }, { initials: null }, ['says-nothing']],
    [{ mobile: 'geen' }, { mobile: null }, ['invalid-phone-number']],
    [{ lastName: '1' }, { lastName: '1' }, ['no-name']],
    [{ infix: 'van', lastName: 'Geen' }, { infix: 'van', lastName: 'Geen' }, []],
    [{ initials: 'A.', lastName: 'Null' }, { lastName: 'Null' }, []],
  ])('%j is %j', (cells, row, codes) => {
    const result = read(cells)
    expect(result).toMatchObject({ outcome: 'accepted', row })
    expect(result.outcome === 'accepted' && result.warnings.map(({ code }) => code)).toEqual(codes)
  })

  it.each([
    [{ lastName: '#REF!' }, 'missing-name'],
    [{ lastName: 'onbekend' }, 'missing-name'],
    [{ tenantNumber: '#N/B' }, 'missing-tenant-number'],
    [{ tenantNumber: 'Totaal', lastName: '40 huurders' }, 'no-tenant'],
    [{ tenantNumber: '40', lastName: 'Totaal' }, 'no-tenant'],
    [{ tenantNumber: 'Aantal huurders: 40', lastName: 'x' }, 'no-tenant'],
    [{ tenantNumber: 'Einde lijst' }, 'no-tenant'],
    [{ tenantNumber: 'Pagina 1 van 3' }, 'no-tenant'],
    [{ tenantNumber: 'tenantNumber', lastName: 'lastName' }, 'no-tenant'],
  ])('%j is nobody: %s', (cells, reason) => {
    expect(read(cells)).toEqual({ outcome: 'rejected', reason })
  })

  it('a cell of endless length is cut off and warned of', async () => {
    const [row] = await readAll(`Huurdernr;Achternaam;Plaats\nT1;Proef;${'x'.repeat(40_000)}\n`)
    expect(row).toMatchObject({ row: { city: null }, warnings: [{ code: 'text-too-long', field: 'city' }] })
  })
})

describe('names in one column', () => {
  const noCells = { salutation: '', initials: '', firstName: '', infix: '', lastName: '', fullName: '' }
  it.each<[string, Partial<Name>]>([
    ['Jansen A.B.', { initials: 'A.B.', firstName: null, infix: null, lastName: 'Jansen' }],
    ['Berg van der J.', { initials: 'J.', infix: 'van der', lastName: 'Berg' }],
    ['Berg J. van der', { initials: 'J.', infix: 'van der', lastName: 'Berg' }],
    ['Berg van der', { infix: 'van der', lastName: 'Berg' }],
    ['JANSEN A.B. MEVR', { initials: 'A.B.', lastName: 'JANSEN', sex: 'V' }],
    ['Dhr.J.Jansen', { initials: 'J.', lastName: 'Jansen', sex: 'M' }],
    ['IJ. IJzerman', { initials: 'IJ.', lastName: 'IJzerman' }],
    ['J.P. de Vries-Jansen', { initials: 'J.P.', infix: 'de', lastName: 'Vries-Jansen' }],
    ['J.P.M. (Jan) Smit', { initials: 'J.P.M.', firstName: 'Jan', lastName: 'Smit' }],
    ['J. van Erven', { infix: 'van', lastName: 'Erven', isEstate: false }],
    ['Wed. Jansen', { lastName: 'Jansen', sex: 'V', deathMark: null }],
    ['Fam. Jansen', { salutation: 'familie', lastName: 'Jansen', sex: null }],
    [
      'Dhr. A. Jansen en Mw. B. de Boer',
      { initials: 'A.', lastName: 'Jansen en B. de Boer', sex: null, isSeveralPeople: true },
    ],
    ['J. en M. van Dam', { initials: 'J. en M.', infix: 'van', lastName: 'Dam', sex: null, isSeveralPeople: true }],
  ])('%s', (fullName, name) => {
    expect(readName({ ...noCells, hasInfixColumn: false, fullName })).toMatchObject(name)
  })
})
