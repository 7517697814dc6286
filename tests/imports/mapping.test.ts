import { describe, expect, it } from 'vitest'
import { isBsnColumn, passesElevenTest } from '#imports/bsn.ts'
import { columns, fields, isBsnHeader, meaningOfHeader, normaliseHeader } from '#imports/columns.ts'
import { headerFingerprint, reuseMapping, suggestMapping } from '#imports/mapping.ts'

const fieldsOf = (headers: string[], rows: string[][] = []) =>
  suggestMapping(headers, rows).columns.map(({ field }) => field)

describe('recognising columns', () => {
  it.each([
    ['Huurdernr.', 'tenantNumber'],
    ['RELATIE_NUMMER', 'tenantNumber'],
    ['Geb.datum', 'birthOn'],
    ['gebdat', 'birthOn'],
    ['Tel. vast', 'landline'],
    ['gsm', 'mobile'],
    ['Mobiele telefoon', 'mobile'],
    ['VHE-nummer', 'homeNumber'],
    ['OG Eenheid Nr.', 'homeNumber'],
    ['Openstaand saldo', 'arrears'],
    ['huisletter/toevoeging', 'addition'],
    ['E-mailadres', 'email'],
    ['Blokkade bellen', 'doNotCall'],
    ['date of birth', 'birthOn'],
    ['Overlijdensdatum', 'deceasedOn'],
  ])('%s is %s', (header, field) => {
    expect(meaningOfHeader(header)).toEqual({ field, isSure: true })
  })

  it('no header means two things', () => {
    const seen = new Map<string, string>()
    for (const field of fields) {
      const { sure, doubtful = '' }: { sure: string; doubtful?: string } = columns[field]
      for (const name of `${sure} ${doubtful}`.match(/\S+/g) ?? []) {
        expect(seen.get(name) ?? field, name).toBe(field)
        expect(normaliseHeader(name), 'a name that is never found').toBe(name)
        seen.set(name, field)
      }
    }
  })

  it('"Naam" is a full name by itself and a last name beside initials', () => {
    expect(
      fieldsOf(
        ['Huurdernr', 'Naam'],
        [
          ['1', 'Mevr. A. Jansen'],
          ['2', 'Dhr. B. Smit'],
        ],
      ),
    ).toEqual(['tenantNumber', 'fullName'])
    expect(fieldsOf(['Huurdernr', 'Voorletters', 'Naam'], [['1', 'A.', 'Jansen']])).toEqual([
      'tenantNumber',
      'initials',
      'lastName',
    ])
    expect(
      fieldsOf(
        ['Huurdernr', 'Naam'],
        [
          ['1', 'Jansen'],
          ['2', 'Smit'],
        ],
      ),
    ).toEqual(['tenantNumber', 'lastName'])
  })

  it('gives a field to one column, the surest', () => {
    const { columns: suggested } = suggestMapping(['nummer', 'Huurdernummer', 'Naam'], [])
    expect(suggested[0]).toMatchObject({ field: null, reason: 'field-taken' })
    expect(suggested[1]).toMatchObject({ field: 'tenantNumber', confidence: 'sure' })
  })

  it('a second telephone column takes a phone field nobody has', () => {
    expect(fieldsOf(['Telefoon 1', 'Telefoon 2', 'Mobiel'])).toEqual(['phone', 'landline', 'mobile'])
  })

  it('values place a column whose header says nothing, as a question', () => {
    const rows = [['a@example.nl'], ['b@example.nl'], ['c@example.nl']]
    expect(suggestMapping(['Kolom 7'], rows).columns[0]).toMatchObject({
      field: 'email',
      confidence: 'doubtful',
      reason: 'values',
    })
  })

  it('says when a tenant number or a name is missing', () => {
    expect(suggestMapping(['Mobiel'], []).missing).toEqual(['tenantNumber', 'name'])
    expect(suggestMapping(['Huurdernr', 'Achternaam'], []).missing).toEqual([])
  })

  it('refuses citizen service numbers by header and by value', () => {
    expect(isBsnHeader('B.S.N.')).toBe(true)
    expect(isBsnHeader('Burgerservicenummer huurder')).toBe(true)
    expect(isBsnHeader('Achternaam')).toBe(false)
    const rows = [['111222333'], ['123456782'], ['111222333'], ['123456782']]
    expect(suggestMapping(['Klantnummer'], rows).columns[0]).toMatchObject({ field: null, reason: 'looks-like-bsn' })
    expect(suggestMapping(['kenmerk'], rows).columns[0]).toMatchObject({ field: null, reason: 'looks-like-bsn' })
    expect(isBsnColumn(['100000001', '100000002', '100000003', '123456782'])).toBe(false)
    expect(passesElevenTest('000000000')).toBe(false)
  })

  it('the fingerprint looks past capitals and dots, not past order', () => {
    expect(headerFingerprint(['Huurdernr.', 'Naam'])).toBe(headerFingerprint(['HUURDERNR', 'naam ']))
    expect(headerFingerprint(['Naam', 'Huurdernr'])).not.toBe(headerFingerprint(['Huurdernr', 'Naam']))
  })

  it('a confirmed mapping is used again on a file that is written otherwise', () => {
    const kept = {
      columns: [{ header: 'Nr', field: 'tenantNumber' as const }],
      dateNotation: 'iso',
      amountNotation: 'point',
      encoding: 'windows-1252',
      delimiter: ';',
      headerRow: 0,
      sheet: null,
    } as const
    const found = {
      ...kept,
      columns: [{ header: 'nr', field: null }],
      dateNotation: 'dmy',
      encoding: 'utf-8',
      delimiter: ',',
      headerRow: 2,
    } as const
    const mapping = reuseMapping({ ...kept, columns: [...kept.columns] }, { ...found, columns: [...found.columns] })
    expect(mapping).toEqual({ ...kept, encoding: 'utf-8', delimiter: ',', headerRow: 2 })
  })
})
