import ExcelJS from 'exceljs'
import { describe, expect, it, vi } from 'vitest'
import { inspectTenantList } from '#imports/read-list.ts'
import { excelDate, isDateFormat, numberText } from '#imports/readers/excel-values.ts'
import { readWorkbookFile } from '#imports/readers/workbook-file.ts'
import { readAll, scratch } from '../scratch.ts'
import { sheetRows, workbookParts, zipFile } from '../zip-file.ts'

vi.setConfig({ testTimeout: 60_000 })

const { fileOf, path } = scratch()

async function rowsOf(file: string, sheet: string | null = null): Promise<string[][]> {
  const rows: string[][] = []
  for await (const batch of readWorkbookFile({ path: file, sheet, mostRows: null })) rows.push(...batch.rows)
  return rows
}

async function workbook(name: string, fill: (book: ExcelJS.Workbook) => void): Promise<string> {
  const book = new ExcelJS.Workbook()
  fill(book)
  await book.xlsx.writeFile(path(name))
  return path(name)
}

describe('a workbook', () => {
  it('gives the texts, numbers and days a person sees in it', async () => {
    const file = await workbook('values.xlsx', (book) => {
      const sheet = book.addWorksheet('Huurders')
      sheet.addRow(['Huurdernr', 'Naam', 'Geboortedatum', 'Mobiel', 'Saldo', 'Niet bellen', 'Opmerking'])
      sheet.addRow([
        '00123',
        { richText: [{ text: 'Jan' }, { text: 'sen', font: { bold: true } }] },
        new Date('1935-12-28'),
        612345678,
        0.1 + 0.2,
        true,
        { formula: '1/0', result: { error: '#DIV/0!' } },
      ])
      sheet.addRow([])
      sheet.addRow([
        124,
        'O\u2019Neill & <Zoon>',
        { formula: 'TODAY()', result: 20000 },
        '3,16123E+10',
        1234.5,
        false,
        { text: 'link', hyperlink: 'https://example.nl' },
      ])
    })
    expect(await rowsOf(file)).toEqual([
      ['Huurdernr', 'Naam', 'Geboortedatum', 'Mobiel', 'Saldo', 'Niet bellen', 'Opmerking'],
      ['00123', 'Jansen', '1935-12-28', '612345678', '0.3', '1', ''],
      ['124', 'O\u2019Neill & <Zoon>', '20000', '3,16123E+10', '1234.5', '0', 'link'],
    ])
  })

  it('is inspected and read like any list', async () => {
    const file = await workbook('list.xlsx', (book) => {
      book.addWorksheet('Leeg')
      const sheet = book.addWorksheet('Huurders')
      sheet.addRow(['Huurdernr', 'Achternaam', 'Geb.datum', 'Saldo achterstand', 'Mobiel'])
      for (let i = 0; i < 1200; i++) sheet.addRow([`H${i}`, 'Jansen', new Date('1940-02-01'), 12.5, '06-12345678'])
      sheet.addRow(['', 'Smit'])
      sheet.addRow(['H9', 'Smit'])
    })
    const inspection = await inspectTenantList(file)
    expect(inspection).toMatchObject({
      ok: true,
      kind: 'xlsx',
      sheets: ['Leeg', 'Huurders'],
      mapping: { sheet: 'Huurders', dateNotation: 'iso', amountNotation: 'point' },
      missing: [],
    })
    if (!inspection.ok) return
    expect(inspection.sampleRows).toHaveLength(20)
    const results = await readAll(file, inspection.mapping)
    expect(results).toHaveLength(1202)
    expect(results[0]).toMatchObject({
      rowNumber: 1,
      line: 2,
      row: { birthOn: '1940-02-01', arrearsCents: 1250, mobile: '+31612345678' },
    })
    expect(results.slice(-2)).toMatchObject([
      { outcome: 'rejected', reason: 'missing-tenant-number' },
      { outcome: 'accepted', line: 1203 },
    ])
  })

  it('that counts days from 1904 gives the same days', async () => {
    const file = await workbook('1904.xlsx', (book) => {
      book.properties.date1904 = true
      book.addWorksheet('Blad').addRow(['dag', new Date('1935-12-28')])
    })
    expect(await rowsOf(file)).toEqual([['dag', '1935-12-28']])
  })

  it('with prefixed names and no cell references, as some programs write, reads the same', async () => {
    const parts = workbookParts({
      Blad: sheetRows([
        ['Huurdernr', 'Achternaam'],
        ['1', 'Jansen &amp; Zn &#x20AC;'],
      ]),
    })
    const prefixed = parts.map((part) =>
      part.name.startsWith('xl/w') ? { ...part, data: String(part.data).replace(/<(\/?)(?=[a-z])/g, '<$1x:') } : part,
    )
    expect(await rowsOf(fileOf('prefixed.xlsx', zipFile(prefixed)))).toEqual([
      ['Huurdernr', 'Achternaam'],
      ['1', 'Jansen & Zn €'],
    ])
  })

  it('opens the sheet that is asked for', async () => {
    const file = fileOf('two.xlsx', zipFile(workbookParts({ Eerste: sheetRows([['a']]), Tweede: sheetRows([['b']]) })))
    expect(await rowsOf(file, 'Tweede')).toEqual([['b']])
    await expect(rowsOf(file, 'Derde')).rejects.toMatchObject({
      refusal: { reason: 'no-such-sheet', details: { sheets: ['Eerste', 'Tweede'] } },
    })
  })

  it('is given up when it takes too long or needs too much memory', async () => {
    const texts = Array.from(
      { length: 150_000 },
      (_, i) => `<si><t>${i}-${'y'.repeat(i % 90)}${Math.sin(i)}</t></si>`,
    ).join('')
    const parts = [
      ...workbookParts({ Blad: sheetRows([['a', 'b']]) }),
      { name: 'xl/sharedStrings.xml', data: `<sst>${texts}</sst>` },
    ]
    const file = fileOf('heavy.xlsx', zipFile(parts))
    const drain = async (heapMegabytes: number, seconds: number) => {
      for await (const _ of readWorkbookFile({ path: file, sheet: null, mostRows: null }, undefined, {
        heapMegabytes,
        seconds,
      }));
    }
    await expect(drain(512, 0.05)).rejects.toMatchObject({ refusal: { reason: 'took-too-long' } })
    await expect(drain(24, 60)).rejects.toMatchObject({ refusal: { reason: 'too-large' } })
  })

  it('leaves off when nobody reads on', async () => {
    const file = fileOf(
      'many.xlsx',
      zipFile(workbookParts({ Blad: sheetRows(Array.from({ length: 20_000 }, (_, i) => [`${i}`, 'x'])) })),
    )
    let rows = 0
    for await (const batch of readWorkbookFile({ path: file, sheet: null, mostRows: null })) {
      rows += batch.rows.length
      break
    }
    expect(rows).toBeLessThan(20_000)
  })
})

describe('values of cells', () => {
  it.each([
    [1, false, '1900-01-01'],
    [59, false, '1900-02-28'],
    [60, false, null],
    [61, false, '1900-03-01'],
    [44927.75, false, '2023-01-01'],
    [0, true, '1904-01-01'],
    [43465, true, '2023-01-01'],
    [1e9, false, null],
  ])('day %d (1904: %s) is %s', (serial, startsIn1904, day) => {
    expect(excelDate(serial, startsIn1904)).toBe(day)
  })

  it.each<[number, string | undefined, boolean]>([
    [14, undefined, true],
    [0, undefined, false],
    [164, 'dd-mm-yyyy', true],
    [165, '#,##0.00', false],
    [166, '[$-413]d mmmm jjjj', true],
    [167, 'h:mm:ss', false],
    [168, '"dag" 0', false],
    [169, 'General', false],
    [170, '€ #,##0', false],
  ])('format %d %s shows a date: %s', (id, code, isDate) => {
    expect(isDateFormat(id, code)).toBe(isDate)
  })

  it.each([
    ['6.12345678E8', '612345678'],
    ['0.30000000000000004', '0.3'],
    ['00123', '00123'],
    ['1E+20', '1E+20'],
    ['1234.5', '1234.5'],
  ])('the number %s is written %s', (raw, text) => {
    expect(numberText(raw)).toBe(text)
  })
})
