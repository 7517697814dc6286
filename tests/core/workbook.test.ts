import ExcelJS from 'exceljs'
import { describe, expect, test } from 'vitest'
import { workbookStream } from '#app/core/workbook.server.ts'
import { scratch } from '#tests/imports/scratch.ts'
import { readBack } from '#tests/support/read-workbook.ts'

const { fileOf } = scratch()
const bytesOf = async (rows: Iterable<readonly string[]>) =>
  Buffer.from(await new Response(workbookStream('Blad & "een"', rows)).arrayBuffer())

const hard = [
  ['Nummer', 'Naam', 'Opmerking'],
  ['00017', '06 23204696', '0162412233'],
  ['=1+1', '+31623204696', '@SUM(A1)'],
  ['<b>&amp;"\'', '_x0041_ en _x000D_', 'Çağlar Żółć 😀'],
  ['2026-11-27', '1E5', 'TRUE'],
  ['regel een\nregel twee', ' spatie vooraan', ''],
]

describe('a workbook that is written', () => {
  test('is read back by our own reader cell for cell', async () => {
    const rows = await readBack(fileOf('own.xlsx', await bytesOf(hard)))
    expect(rows.map((row) => [...row, '', ''].slice(0, 3).map((cell) => cell.trim()))).toEqual(
      hard.map((row) => row.map((cell) => cell.trim())),
    )
  })

  test('is text in every cell for another reader too, with a head that stays in sight', async () => {
    const book = new ExcelJS.Workbook()
    await book.xlsx.load((await bytesOf(hard)) as never)
    const sheet = book.worksheets[0]!
    expect([book.worksheets.length, sheet.name]).toEqual([1, 'Blad & "een"'])
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 })
    const wide = new ExcelJS.Workbook()
    const letters = [...Array(60).keys()].map(String)
    await wide.xlsx.load((await bytesOf([letters])) as never)
    expect(['Z1', 'AA1', 'BH1'].map((at) => wide.worksheets[0]!.getCell(at).value)).toEqual(['25', '26', '59'])
    const cell = sheet.getCell('A2')
    expect([cell.value, cell.numFmt, cell.type]).toEqual(['00017', '@', ExcelJS.ValueType.String])
    expect(sheet.getCell('A3')).toMatchObject({ value: '=1+1', type: ExcelJS.ValueType.String })
    expect(sheet.getCell('A1').font.bold).toBe(true)
  })

  test('leaves out what no workbook can hold, and is still one', async () => {
    const rows = await readBack(
      fileOf('odd.xlsx', await bytesOf([['a\0b\u0007c\uFFFEd', 'x'.repeat(40_000), '\uD83D']])),
    )
    expect(rows[0]?.[0]).toBe('abcd')
    expect(rows[0]?.[1]).toHaveLength(32_767)
    expect(rows[0]?.[2]).toBe('\uFFFD')
  })

  test('is made while it is read: nothing is asked of a long list before somebody takes it', async () => {
    let asked = 0
    function* many() {
      for (let n = 0; n < 200_000; n++) {
        asked = n
        yield [String(n), '06 23204696', 'een regel met wat tekst']
      }
    }
    const reader = workbookStream('Lang', many()).getReader()
    await reader.read()
    expect(asked).toBeLessThan(100_000)
    await reader.cancel()
  })
})
