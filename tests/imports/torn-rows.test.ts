import { describe, expect, it } from 'vitest'
import { inspectTenantList } from '#imports/read-list.ts'
import { readAll, scratch } from './scratch.ts'

const { fileOf } = scratch()
const header = 'Huurdernr;Voorletters;Achternaam;Geboortedatum;Straat;Huisnr;Postcode;Plaats;Mobiel;E-mail'
const whole = 'T1;A.;Jansen;25-11-1946;Zonlaan;1;1234 AB;Lindedam;06-12345678;a@example.org'

/** Per row its last name, or why it is rejected. */
async function read(lines: readonly string[], end = '\r\n') {
  const file = fileOf('rows.csv', [header, ...lines, ''].join(end))
  const inspection = await inspectTenantList(file)
  if (!inspection.ok) throw new Error(inspection.reason)
  const results = await readAll(file, inspection.mapping)
  return results.map((result) => (result.outcome === 'accepted' ? result.row.lastName : result.reason))
}

describe('a row shorter than the header', () => {
  it.each([1, 2, 3, 4, 5, 6])('has %i empty cells at its end', async (missing) => {
    const short = whole.split(';').slice(0, -missing).join(';')
    expect(await read([whole, short, whole.replace('T1', 'T2')])).toEqual(['Jansen', 'Jansen', 'Jansen'])
    expect(await read([short, short, short])).toEqual(['Jansen', 'Jansen', 'Jansen'])
  })

  it('leaves the missing cells empty', async () => {
    const file = fileOf('short.csv', 'Huurdernr;Achternaam;Mobiel;E-mail\nT1;Jansen;0612345678\n')
    const inspection = await inspectTenantList(file)
    if (!inspection.ok) throw new Error(inspection.reason)
    expect(await readAll(file, inspection.mapping)).toMatchObject([
      { row: { mobile: '+31612345678', email: null }, warnings: [] },
    ])
  })

  it('that is torn in the middle stays damaged, both pieces', async () => {
    for (let at = 6; at < whole.lastIndexOf(';'); at++) {
      const pieces = [whole.slice(0, at), whole.slice(at)]
      expect(await read(['T0;B.;Bos', ...pieces, 'T2;C.;Vos']), pieces.join('⏎')).toEqual([
        'Bos',
        expect.stringMatching(/^too-few|^missing/),
        expect.stringMatching(/^too-few|^missing/),
        'Vos',
      ])
    }
  })

  it('that is torn twice stays damaged', async () => {
    expect(
      await read(['T1;A.;Jansen;25-11-1946;Zon', 'la', 'an;1;1234 AB;Lindedam;06-12345678;a@example.org']),
    ).toEqual(['too-few-cells', 'too-few-cells', 'too-few-cells'])
  })

  it('that is torn and has an empty end stays damaged', async () => {
    expect(await read(['T1;A.;Jansen;25-11-1946;Zon', 'laan;1;1234 AB;Lindedam', whole])).toEqual([
      'too-few-cells',
      'too-few-cells',
      'Jansen',
    ])
  })

  it('is not torn by a sum or a word under the list', async () => {
    expect(await read(['T1;A.;Jansen', 'Totaal;1'])).toEqual(['Jansen', 'no-tenant'])
    expect(await read(['T1;A.;Jansen', 'Einde lijst'])).toEqual(['Jansen', 'no-tenant'])
  })
})

it('a row longer by empty cells alone is read, also when a blank stands in one', async () => {
  expect(await read([`${whole};;; ;`, `${whole};;x`])).toEqual(['Jansen', 'too-many-cells'])
})
