import { describe, expect, it } from 'vitest'
import type { Field } from '#imports/columns.ts'
import { type Mapping, mappingSchema } from '#imports/mapping-schema.ts'
import type { NormalisedRow } from '#imports/row.ts'
import { type ReadRow, rowReader } from '#imports/row-rules.ts'

const base = { tenantNumber: 'H0100', lastName: 'Jansen' }

function mappingOf(names: readonly string[], more: Partial<Mapping> = {}): Mapping {
  const columns = names.map((name) => ({ header: name, field: name as Field }))
  const defaults = {
    dateNotation: 'dmy',
    amountNotation: 'comma',
    encoding: 'utf-8',
    delimiter: ';',
    headerRow: 0,
  } as const
  return { ...defaults, columns, sheet: null, ...more }
}

function read(cells: Partial<Record<Field, string>>, more: Partial<Mapping> = {}): ReadRow {
  const all = { ...base, ...cells }
  return rowReader(mappingOf(Object.keys(all), more), { today: '2026-11-22' })(Object.values(all))
}

function accepted(cells: Partial<Record<Field, string>>, more?: Partial<Mapping>) {
  const result = read(cells, more)
  if (result.outcome === 'rejected') throw new Error(result.reason)
  return { row: result.row, codes: result.warnings.map(({ code }) => code) }
}

describe('one row', () => {
  it('needs a tenant number and a name, and nothing else', () => {
    expect(read({})).toMatchObject({
      outcome: 'accepted',
      row: { tenantNumber: 'H0100', lastName: 'Jansen' },
      warnings: [],
    })
    expect(read({ tenantNumber: ' ' })).toEqual({ outcome: 'rejected', reason: 'missing-tenant-number' })
    expect(read({ lastName: '\u00a0' })).toEqual({ outcome: 'rejected', reason: 'missing-name' })
    expect(read({ tenantNumber: '1'.repeat(65) })).toEqual({ outcome: 'rejected', reason: 'tenant-number-too-long' })
  })

  it('keeps leading zeros of a tenant number and a home number', () => {
    expect(accepted({ tenantNumber: '000123', homeNumber: '00045' }).row).toMatchObject({
      tenantNumber: '000123',
      homeNumber: '00045',
    })
  })

  it('a warning of a rejected row does not cling to the next', () => {
    const readRow = rowReader(mappingOf(['tenantNumber', 'firstName', 'lastName']), { today: '2026-11-22' })
    expect(readRow(['1', 'x'.repeat(300), ''])).toMatchObject({ outcome: 'rejected' })
    expect(readRow(['1', '', 'Jansen'])).toMatchObject({ outcome: 'accepted', warnings: [] })
  })

  const table: [Field, string, Partial<NormalisedRow>, string[]][] = [
    ['birthOn', '28-12-1935', { birthOn: '1935-12-28' }, []],
    ['birthOn', '31-02-1940', { birthOn: null }, ['impossible-birth-date']],
    ['birthOn', '00-00-0000', { birthOn: null }, ['impossible-birth-date']],
    ['birthOn', 'onbekend', { birthOn: null }, ['impossible-birth-date']],
    ['birthOn', '1-1-2091', { birthOn: null }, ['impossible-birth-date']],
    ['birthOn', '01-01-1890', { birthOn: null }, ['impossible-birth-date']],
    ['birthOn', '1753-01-01', { birthOn: null }, []],
    ['deceasedOn', '01-05-2026', { deceasedOn: '2026-05-01' }, []],
    ['deceasedOn', '01-05-2027', { deceasedOn: null, isDeceased: true }, ['seems-deceased']],
    ['tenancyStartedOn', '01-12-2026', { tenancyStartedOn: '2026-12-01' }, []],
    ['nuisanceReportedOn', 'ja', { nuisanceReportedOn: null }, ['invalid-date']],
    ['landline', '06-12345678', { mobile: '+31612345678', landline: null }, []],
    ['phone', '030-2345678', { landline: '+31302345678' }, []],
    ['mobile', '06-1234', { mobile: null }, ['invalid-phone-number']],
    [
      'mobile',
      '0612345678/0687654321/0611111111',
      { mobile: '+31612345678', otherPhone: '+31687654321', landline: '+31611111111' },
      [],
    ],
    [
      'mobile',
      '0612345678/0687654321/0611111111/0622222222',
      { mobile: '+31612345678', otherPhone: '+31687654321', landline: '+31611111111' },
      ['phone-number-left-out'],
    ],
    ['email', ' Jan.de-Vries@Example.NL ', { email: 'Jan.de-Vries@example.nl' }, []],
    ['email', 'piet@@example.nl', { email: null }, ['invalid-email-address']],
    ['email', 'jan@', { email: null }, ['invalid-email-address']],
    ['email', 'x example.nl', { email: null }, ['invalid-email-address']],
    ['email', 'a@b', { email: null }, ['invalid-email-address']],
    ['email', 'jan@münchen.de', { email: 'jan@münchen.de' }, []],
    ['postcode', '3511ab', { postcode: '3511 AB' }, []],
    ['postcode', '0000 AA', { postcode: null }, ['invalid-postcode']],
    ['postcode', 'BE-2000', { postcode: null }, ['invalid-postcode']],
    ['arrears', '€ 3.032,17', { arrearsCents: 303217 }, []],
    ['arrears', '12,50-', { arrearsCents: -1250 }, []],
    ['arrears', '€ 12,-', { arrearsCents: 1200 }, []],
    ['arrears', '0', { arrearsCents: 0 }, []],
    ['arrears', '1234.56', { arrearsCents: null }, ['invalid-amount']],
    ['arrears', '99999999999', { arrearsCents: null }, ['invalid-amount']],
    ['householdSize', '3', { householdSize: 3 }, []],
    ['householdSize', '31', { householdSize: null }, ['invalid-household-size']],
    ['householdSize', 'vier', { householdSize: null }, ['invalid-household-size']],
    ['doNotCall', 'Ja', { isDoNotCall: true }, []],
    ['doNotCall', 'x', { isDoNotCall: true }, []],
    ['doNotCall', '', { isDoNotCall: false }, []],
    ['doNotCall', 'nee', { isDoNotCall: false }, []],
    ['doNotCall', 'op verzoek', { isDoNotCall: null }, ['invalid-yes-no']],
    ['sex', 'V', { sex: 'V' }, []],
    ['sex', 'onbekend', { sex: null }, []],
    ['sex', 'zeven', { sex: null }, ['invalid-sex']],
    ['language', 'Nederlands', { language: 'nl' }, []],
    ['language', 'Turks', { language: 'tr' }, []],
    ['language', 'Klingonees', { language: null }, ['unknown-language']],
    ['houseNumber', '12 hs', { houseNumber: 12, addition: 'hs' }, []],
    ['houseNumber', 'boven', { houseNumber: null }, ['invalid-house-number']],
    ['addressLine', 'Plein 1944 12 2e', { street: 'Plein 1944', houseNumber: 12, addition: '2e' }, []],
    ['addressLine', 'Kerkstraat\nachterom 12', { street: 'Kerkstraat achterom', houseNumber: 12 }, []],
    ['addressLine', 'Woonboot', { street: 'Woonboot', houseNumber: null }, ['invalid-house-number']],
    ['street', 'BSN 111222333', { street: null }, ['looks-like-bsn']],
    ['firstName', 'Ren\ufffd', { firstName: 'Ren\ufffd' }, ['unreadable-characters']],
    ['city', 'x'.repeat(300), { city: null }, ['text-too-long']],
  ]
  it.each(table)('%s %j', (field, text, expected, codes) => {
    const result = accepted({ [field]: text })
    expect(result.row).toMatchObject(expected)
    expect(result.codes).toEqual(codes)
  })

  it('never repeats a citizen service number in its warning', () => {
    expect(read({ street: 'BSN 111222333' })).toMatchObject({ warnings: [{ code: 'looks-like-bsn', value: '' }] })
  })

  it('reads a column in its own notation where it has one', () => {
    const columns = [
      { header: 'nr', field: 'tenantNumber' as const },
      { header: 'naam', field: 'lastName' as const },
      { header: 'geb', field: 'birthOn' as const, dateNotation: 'compact' as const },
    ]
    const result = rowReader(mappingOf([], { columns }), { today: '2026-11-22' })(['1', 'Jansen', '19351228'])
    expect(result).toMatchObject({ row: { birthOn: '1935-12-28' } })
  })

  it('a mapping is JSON, with each field once and no citizen service numbers', () => {
    const mapping = mappingOf(['tenantNumber', 'lastName'])
    expect(mappingSchema.parse(JSON.parse(JSON.stringify(mapping)))).toEqual(mapping)
    const twice = mappingOf(['tenantNumber', 'lastName', 'lastName'])
    expect(mappingSchema.safeParse(twice).error?.issues[0]?.message).toBe('field-mapped-twice')
    const bsn = { ...mapping, columns: [{ header: 'BSN-nummer', field: 'tenantNumber' as const }] }
    expect(mappingSchema.safeParse(bsn).error?.issues[0]?.message).toBe('looks-like-bsn')
  })
})
