import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csvText, safeCell } from '#app/core/csv.ts'

describe('a cell', () => {
  test.each([
    '=1+1',
    '+31612345678',
    '-1',
    '@SUM(A1)',
    '\tx',
    '\rx',
    '\nx',
    '\0x',
    '＝1',
    '＋1',
    '－1',
    '＠x',
    ' =1+1',
    "'=1+1",
    "''+1",
    '\u00a0=cmd|x',
  ])('%j is made text', (dangerous) => expect(safeCell(dangerous)).toBe(`'${dangerous}`))
  test.each(['Molenweg 12', '4901 AB', '25,00', "'t Zand", 'a=b', ''])('%j stays as it is', (safe) =>
    expect(safeCell(safe)).toBe(safe),
  )
})

describe('a file', () => {
  test('begins with a byte-order mark, has semicolons, CRLF and quotes where needed', () => {
    expect(
      csvText([
        ['a', 'b;c'],
        ['"x"', 'y\nz'],
      ]),
    ).toBe('\uFEFFa;"b;c"\r\n"""x""";"y\nz"\r\n')
  })

  test('any cells come back as they went in, without the apostrophe before a formula', () => {
    const cell = fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\uFEFF'))
    const rows = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1 })
    fc.assert(
      fc.property(rows, (table) => {
        const read: string[][] = parse(csvText(table), { delimiter: ';', bom: true, record_delimiter: '\r\n' })
        const unguarded = (text: string) => (text.startsWith("'") && safeCell(text) !== text ? text.slice(1) : text)
        expect(read.map((row) => row.map(unguarded))).toEqual(table)
      }),
      { numRuns: 1000 },
    )
  })
})

test.each(["'", ' ', "'\u00a0"])('a cell of many %j costs no more than its length', (start) => {
  const timeOf = (length: number) => {
    const text = `${start.repeat(length)}x`
    const began = performance.now()
    for (let i = 0; i < 20; i++) safeCell(text)
    return performance.now() - began
  }
  timeOf(10_000)
  expect(timeOf(200_000)).toBeLessThan(500)
})

test('a cell is cut off where a spreadsheet would', () => {
  expect(csvText([['='.repeat(40_000)]])).toHaveLength(32_767 + 3)
})
