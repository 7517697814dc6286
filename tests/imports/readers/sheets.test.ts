import ExcelJS from 'exceljs'
import { describe, expect, it, vi } from 'vitest'
import { inspectTenantList } from '#imports/read-list.ts'
import { formattedDigits } from '#imports/readers/number-format.ts'
import { readAll, scratch } from '../scratch.ts'

vi.setConfig({ testTimeout: 60_000 })

const { path } = scratch()
const people = [
  ['Huurdernr', 'Achternaam', 'Mobiel'],
  ['T1', 'Jansen', '06-12345678'],
]
const explanation = [['Uitleg bij deze lijst'], ['Kolom', 'Betekenis'], ['Huurdernr', 'Het nummer van de huurder']]
const choices = [
  ['Geslacht', 'Taal'],
  ['M', 'NL'],
  ['V', 'EN'],
]

type SheetOf = [name: string, rows: string[][], state?: ExcelJS.WorksheetState]

async function inspected(sheets: readonly SheetOf[], chosen?: string) {
  const book = new ExcelJS.Workbook()
  for (const [name, rows, state = 'visible'] of sheets) book.addWorksheet(name, { state }).addRows(rows)
  await book.xlsx.writeFile(path('sheets.xlsx'))
  return inspectTenantList(path('sheets.xlsx'), chosen === undefined ? {} : { sheet: chosen })
}

describe('the sheet that is read', () => {
  it.each<[string, SheetOf[]]>([
    [
      'a hidden list before it',
      [
        ['Oud', people, 'hidden'],
        ['Huurders', people],
      ],
    ],
    [
      'a list hidden by a program before it',
      [
        ['Oud', people, 'veryHidden'],
        ['Huurders', people],
      ],
    ],
    [
      'an explanation before it',
      [
        ['Uitleg', explanation],
        ['Huurders', people],
      ],
    ],
    [
      'a list of values before it',
      [
        ['Waarden', choices],
        ['Huurders', people],
      ],
    ],
    [
      'a cover and an empty sheet before it',
      [
        ['Voorblad', [['Huurders 2026']]],
        ['Leeg', []],
        ['Huurders', people],
      ],
    ],
  ])('is the list, with %s', async (_, sheets) => {
    expect(await inspected(sheets)).toMatchObject({ ok: true, mapping: { sheet: 'Huurders' }, missing: [], alike: [] })
  })

  it('is the first of two with the same columns, and the other is named', async () => {
    const sheets: SheetOf[] = [
      ['Complex A', people],
      ['Complex B', people],
      ['Oud', people, 'hidden'],
    ]
    expect(await inspected(sheets)).toMatchObject({
      mapping: { sheet: 'Complex A' },
      alike: ['Complex B'],
      hiddenSheets: ['Oud'],
    })
    expect(await inspected(sheets, 'Complex B')).toMatchObject({
      mapping: { sheet: 'Complex B' },
      alike: ['Complex A'],
    })
  })

  it('is asked for when none that can be seen looks like a list', async () => {
    const sheets: SheetOf[] = [
      [
        'Uitleg',
        [
          ['1', '2'],
          ['3', '4'],
        ],
      ],
      ['Huurders', people, 'hidden'],
    ]
    expect(await inspected(sheets)).toMatchObject({
      ok: true,
      mapping: { sheet: 'Uitleg' },
      sheets: ['Uitleg', 'Huurders'],
    })
    expect(await inspected(sheets, 'Huurders')).toMatchObject({ ok: true, missing: [] })
  })
})

describe('a number and its format', () => {
  it.each<[number, string, string | null]>([
    [12345678, '"06-"00000000', '06-12345678'],
    [612345678, '0000000000', '0612345678'],
    [612345678, '0#########', '0612345678'],
    [612345678, '00\\-00000000', '06-12345678'],
    [612345678, '[<=9999999]000-0000;(000) 000-0000', '(061) 234-5678'],
    [31612345678, '"+"0', '+31612345678'],
    [42, '"V"0000', 'V0042'],
    [42, '[$-413]00000', '00042'],
    [1234567890, '"06-"0000', '06-1234567890'],
    [42, '0', null],
    [42, '#,##0', null],
    [42, '0.00', null],
    [42, '0%', null],
    [42, '"€ "00', null],
    [42, '[$€-413] 00', null],
    [42, 'General', null],
    [42, '@', null],
    [4.5, '0000', null],
    [-4, '0000', null],
  ])('%d under %j is %j', (number, code, shown) => expect(formattedDigits(number, code)).toBe(shown))

  it('is read as it is shown', async () => {
    const book = new ExcelJS.Workbook()
    const sheet = book.addWorksheet('Huurders')
    sheet.addRows([
      ['Huurdernr', 'Achternaam', 'Mobiel'],
      [42, 'Jansen', 12345678],
      [43, 'Bos', 6.12345678e8],
    ])
    sheet.getCell('A2').numFmt = '00000'
    sheet.getCell('C2').numFmt = '"06-"00000000'
    sheet.getCell('C3').numFmt = '0.00E+00'
    await book.xlsx.writeFile(path('formats.xlsx'))
    const inspection = await inspectTenantList(path('formats.xlsx'))
    if (!inspection.ok) throw new Error(inspection.reason)
    expect(await readAll(path('formats.xlsx'), inspection.mapping)).toMatchObject([
      { row: { tenantNumber: '00042', mobile: '+31612345678' }, warnings: [] },
      { row: { tenantNumber: '43', mobile: '+31612345678' }, warnings: [] },
    ])
  })
})
