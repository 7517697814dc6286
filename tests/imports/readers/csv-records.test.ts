import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CsvRecords } from '#imports/readers/csv-records.ts'
import { longestRecord } from '#imports/readers/quoted-record.ts'

/** All rows of a text, handed over in pieces of this length. */
function read(text: string, delimiter = ';', piece = 7) {
  const records = new CsvRecords(delimiter)
  const rows: string[][] = []
  const lines: number[] = []
  const damage: string[] = []
  for (let at = 0; at <= text.length; at += piece) {
    const isLast = at + piece > text.length
    const out = records.push(text.slice(at, at + piece), isLast)
    for (const [index, cells] of out.rows.entries()) {
      rows.push(cells)
      lines.push(out.lines[index] ?? 0)
      damage.push(out.damage.get(index) ?? '')
    }
  }
  return { rows, lines, damage }
}

describe('splitting text into records', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'b', '"', ';', '\n', '\r\n', ' ', 'é'), maxLength: 6 })
  const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { maxLength: 8 })
  const written = (cell: string, always: boolean) =>
    always || /[";\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell

  it.each([false, true])(
    'reads what csv-parse reads, wherever a piece ends (all cells quoted: %s)',
    (allQuoted) => {
      const property = fc.property(
        rows,
        fc.constantFrom('\n', '\r\n'),
        fc.integer({ min: 1, max: 40 }),
        (list, end, piece) => {
          const text = list.map((cells) => cells.map((cell) => written(cell, allQuoted)).join(';')).join(end)
          const expected = parse(text, {
            delimiter: ';',
            relax_column_count: true,
            skip_empty_lines: true,
            record_delimiter: end,
          }) as string[][]
          const filled = expected.filter((cells) => cells.some((value) => value.trim() !== ''))
          expect(read(text, ';', piece).rows).toEqual(filled)
        },
      )
      fc.assert(property, { numRuns: 3000 })
    },
    60_000,
  )

  it('counts lines, also those inside quotes', () => {
    expect(read('a;b\r\n"x\ny";1\r\n\r\nlast;2').lines).toEqual([1, 2, 5])
  })

  it('a quote that is never closed costs its own line and no other', () => {
    const { rows, damage, lines } = read('nr;naam\n1;"Jansen\n2;Smit\n3;"De Vries"\n4;Bos\n')
    expect(damage).toEqual(['', 'unclosed-quote', '', '', ''])
    expect(rows.map((cells) => cells[0])).toEqual(['nr', '1;"Jansen', '2', '3', '4'])
    expect(lines).toEqual([1, 2, 3, 4, 5])
  })

  it('an unclosed quote at the end of the file costs that line', () => {
    expect(read('nr;naam\n1;"Jansen\n2;Smit\n3;Bos').damage).toEqual(['', 'unclosed-quote', '', ''])
  })

  it('text behind a closing quote makes a row unreadable, a quote inside plain text does not', () => {
    expect(read('1;"Jan"sen"\n2;5" pijp').damage).toEqual(['stray-quote', ''])
    expect(read('2;5" pijp').rows).toEqual([['2', '5" pijp']])
  })

  it('a line longer than any row is one damaged row, in bounded memory', () => {
    const { rows, damage } = read(`a;b\n${'x'.repeat(longestRecord * 3)}\nc;d`, ';', 10_000)
    expect(damage).toEqual(['', 'row-too-long', ''])
    expect(rows.at(-1)).toEqual(['c', 'd'])
  })

  it('reads old Macintosh line ends, and no line end at all', () => {
    expect(read('a;b\rc;d\r', ';', 100).rows).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ])
    expect(read('a;b').rows).toEqual([['a', 'b']])
  })

  it('a NUL in a row is damage', () => {
    expect(read('a;b\n1;\0\n').damage).toEqual(['', 'nul-byte'])
  })

  it('rows without any content are left out', () => {
    expect(read('a;b\n;\n\n ; \n1;2').rows).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ])
  })

  it('a hundred thousand unclosed quotes are read in time', () => {
    const text = '1;"a\n2;b"x\n'.repeat(100_000)
    const started = performance.now()
    expect(read(text, ';', 262_144).rows.length).toBeGreaterThan(100_000)
    expect(performance.now() - started).toBeLessThan(15_000)
  }, 30_000)
})
