import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CsvRecords } from '#imports/readers/csv-records.ts'
import { longestRecord } from '#imports/readers/raw-rows.ts'

/** All rows of a text, handed over in pieces of this length. */
function readAll(text: string, delimiter = ';', piece = 7) {
  const records = new CsvRecords(delimiter)
  const rows: string[][] = []
  const lines: number[] = []
  const damage: string[] = []
  const bytes = Buffer.from(text)
  for (let at = 0; at <= bytes.length; at += piece) {
    const isLast = at + piece > bytes.length
    const out = records.push(bytes.subarray(at, at + piece), isLast)
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
    'gives back what was written, wherever a piece ends (all cells quoted: %s)',
    (allQuoted) => {
      const property = fc.property(
        rows,
        fc.constantFrom('\n', '\r\n'),
        fc.integer({ min: 1, max: 40 }),
        (list, end, piece) => {
          const text = list.map((cells) => cells.map((cell) => written(cell, allQuoted)).join(';')).join(end)
          const filled = list.filter((cells) => cells.some((value) => value.trim() !== ''))
          const read = readAll(text, ';', piece)
          expect(read.rows).toEqual(filled)
          expect(read.damage.join('')).toBe('')
        },
      )
      fc.assert(property, { numRuns: 1000 })
    },
    60_000,
  )

  it('tells the line each record starts on, wherever a piece ends', () => {
    const property = fc.property(
      rows,
      fc.constantFrom('\n', '\r\n'),
      fc.integer({ min: 1, max: 40 }),
      (list, end, piece) => {
        const texts = list.map((cells) => ['x', ...cells].map((cell) => written(cell, false)).join(';'))
        const before = (index: number) => texts.slice(0, index).join('').split('\n').length + index
        expect(readAll(texts.join(end), ';', piece).lines).toEqual(texts.map((_, index) => before(index)))
      },
    )
    fc.assert(property, { numRuns: 1000 })
  }, 60_000)

  it('counts lines, also those inside quotes', () => {
    expect(readAll('a;b\r\n"x\ny";1\r\n\r\nlast;2').lines).toEqual([1, 2, 5])
  })

  it('a quote that is never closed costs its own line and no other', () => {
    const { rows, damage, lines } = readAll('nr;naam\n1;"Jansen\n2;Smit\n3;"De Vries"\n4;Bos\n')
    expect(damage).toEqual(['', 'unclosed-quote', '', '', ''])
    expect(rows.map((cells) => cells[0])).toEqual(['nr', '1;"Jansen', '2', '3', '4'])
    expect(lines).toEqual([1, 2, 3, 4, 5])
  })

  it('an unclosed quote at the end of the file costs that line', () => {
    expect(readAll('nr;naam\n1;"Jansen\n2;Smit\n3;Bos').damage).toEqual(['', 'unclosed-quote', '', ''])
  })

  it('text behind a closing quote makes a row unreadable, a quote inside plain text does not', () => {
    expect(readAll('1;"Jan"sen"\n2;5" pijp').damage).toEqual(['stray-quote', ''])
    expect(readAll('2;5" pijp').rows).toEqual([['2', '5" pijp']])
  })

  it('a line longer than any row is one damaged row, in bounded memory', () => {
    const { rows, damage } = readAll(`a;b\n${'x'.repeat(longestRecord * 3)}\nc;d`, ';', 10_000)
    expect(damage).toEqual(['', 'row-too-long', ''])
    expect(rows.at(-1)).toEqual(['c', 'd'])
  })

  it('reads old Macintosh line ends, and no line end at all', () => {
    expect(readAll('a;b\rc;d\r', ';', 100).rows).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ])
    expect(readAll('a;b').rows).toEqual([['a', 'b']])
  })

  it('a NUL in a row is damage', () => {
    expect(readAll('a;b\n1;\0\n').damage).toEqual(['', 'nul-byte'])
  })

  it('rows without any content are left out', () => {
    expect(readAll('a;b\n;\n\n ; \n1;2').rows).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ])
  })

  it('blanks between a closing quote and the delimiter are no damage', () => {
    const { rows, damage } = readAll('"1" ;"De Vries; A."  ;x\n"""A""";2;y')
    expect(rows).toEqual([
      ['1', 'De Vries; A.', 'x'],
      ['"A"', '2', 'y'],
    ])
    expect(damage).toEqual(['', ''])
  })

  it('delimiters without end are one damaged row', () => {
    const text = `a;b\n${';'.repeat(longestRecord * 2)}\nc;d`
    expect(readAll(text, ';', 10_000).damage).toEqual(['', 'row-too-long', ''])
  })

  it('a thousand unclosed quotes cost a thousand rows', () => {
    const { damage } = readAll('1;"a\n2;b"x\n'.repeat(1000), ';', 262_144)
    expect(damage.filter((found) => found === 'unclosed-quote')).toHaveLength(1000)
    expect(damage).toHaveLength(2000)
  })

  it('a file of nothing but unclosed quotes is refused before it takes long', () => {
    const started = process.cpuUsage()
    expect(() => readAll('1;"a\n2;b"x\n'.repeat(100_000), ';', 262_144)).toThrow('unclosed-quote')
    expect(() => readAll('1;"a\n'.repeat(1_000_000), ';', 262_144)).toThrow('unclosed-quote')
    expect(process.cpuUsage(started).user).toBeLessThan(15_000_000)
  }, 60_000)

  it('a title above the rows does not make each of them dearer', () => {
    const text = 'a;b;c;d;e\n'.repeat(20_000)
    const cpuOf = (text: string) => {
      const started = process.cpuUsage()
      readAll(text, ';', 262_144)
      return process.cpuUsage(started).user
    }
    cpuOf(text)
    expect(cpuOf(`Titel\n${text}`)).toBeLessThan(cpuOf(text) * 4)
  }, 60_000)
})
