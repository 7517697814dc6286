import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvText, safeCell } from '#app/core/csv.ts'
import { rejectFile } from '#app/tenant-lists/reject-file.ts'
import { inspectTenantList } from '#imports/read-list.ts'
import { cellCleaner } from '#imports/readers/clean-cells.ts'
import { CsvRecords } from '#imports/readers/csv-records.ts'
import { utf8Reader } from '#imports/readers/encodings.ts'
import { withoutGuard } from '#imports/readers/formula-guard.ts'
import { readAll, scratch } from './scratch.ts'

const { fileOf } = scratch()

/** What our reader makes of the text of a file of ours. */
function readBack(text: string): string[][] {
  const bytes = utf8Reader('utf-8').read(Buffer.from(text), true)
  const { rows, damage } = new CsvRecords(';').push(bytes, true)
  expect(damage.size).toBe(0)
  const clean = cellCleaner({ encoding: 'utf-8' })
  for (const cells of rows) clean(cells)
  return rows
}

const start = fc.constantFrom('', '', "'", "''", '=', '+', '-', '@', '\t', '\n', '\r', ' ', "' ", '"', ';', '＝', "'t ")
const piece = fc.string({ unit: 'grapheme', maxLength: 8 })
const cell = fc
  .tuple(start, start, piece)
  .map((parts) => parts.join(''))
  // a NUL is damage wherever it stands, and a mark of the beginning no text
  .filter((text) => !/[\0\ufeff]/.test(text))
const table = fc.array(fc.tuple(fc.constant('H1'), cell, cell, cell), { minLength: 1, maxLength: 6 })

describe('a file of ours that is handed in', () => {
  it('holds the same texts', () => {
    fc.assert(
      fc.property(table, (rows) => {
        expect(readBack(csvText(rows))).toEqual(rows)
      }),
      { numRuns: 3000 },
    )
  })

  it('holds the rejected rows as they were', async () => {
    const words = { line: 'Rij in het bestand', reason: 'Waarom niet ingelezen', sentence: () => 'Er is geen naam.' }
    const property = fc.asyncProperty(table, async (rows) => {
      const rejected = rows.map((cells, at) => ({
        rowNumber: at,
        line: at + 2,
        reason: 'missing-name' as const,
        cells,
      }))
      let text = ''
      for await (const line of rejectFile(['Huurdernr', 'Naam', '-x', '=y'], rejected, words)) text += line
      const [header, ...read] = readBack(text)
      expect(header?.slice(0, 4)).toEqual(['Huurdernr', 'Naam', '-x', '=y'])
      expect(read.map((cells) => cells.slice(0, 4))).toEqual(rows)
    })
    await fc.assert(property, { numRuns: 500 })
  })

  it('a guarded text is the guard and the text, whatever it begins with', () => {
    const property = fc.property(cell, (text) => {
      expect(withoutGuard(safeCell(text))).toBe(text)
    })
    fc.assert(property, { numRuns: 5000 })
  })

  it.each(["'t Zand", "'s-Gravenhage", "'06", 'Jansen', ''])('%j is nobody’s guard', (text) =>
    expect(withoutGuard(text)).toBe(text),
  )

  it('gives a mended row all it had', async () => {
    const text = csvText([
      ['Huurdernr', 'Achternaam', 'Mobiel', 'Achterstand', 'Rij in het bestand', 'Waarom niet ingelezen'],
      ['T1', 'Proef', '+31612345678', '-12,50', '2', 'Er is geen naam.'],
    ])
    expect(text).toContain("'+31612345678")
    const file = fileOf('mended.csv', text)
    const inspection = await inspectTenantList(file)
    if (!inspection.ok) throw new Error(inspection.reason)
    expect(await readAll(file, inspection.mapping)).toMatchObject([
      { outcome: 'accepted', row: { tenantNumber: 'T1', mobile: '+31612345678', arrearsCents: -1250 }, warnings: [] },
    ])
  })
})
