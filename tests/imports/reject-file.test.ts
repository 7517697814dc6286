import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { csvCell, csvLine, rejectFile } from '#imports/reject-file.ts'

vi.setConfig({ testTimeout: 60_000 })

describe('the file of rejected rows', () => {
  it('has the rows as they were, with the line and the reason behind them', async () => {
    const rows = [{ rowNumber: 1, line: 2, reason: 'missing-name' as const, cells: ['H1', ''] }]
    const words = { line: 'Regel', reason: 'Reden', sentence: () => 'De naam ontbreekt.' }
    let text = ''
    for await (const line of rejectFile(['Huurdernr', 'Naam'], rows, words)) text += line
    expect(text).toBe('\ufeffHuurdernr;Naam;Regel;Reden\r\nH1;;2;De naam ontbreekt.\r\n')
  })

  it.each(['=1+1', '+31612345678', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1'])(
    '%j opens as text, not as a formula',
    (text) => {
      expect(csvCell(text).replace(/^"/, '')).toMatch(/^'/)
    },
  )

  it('any cells come back as they went in', () => {
    const cells = fc.array(fc.string({ unit: 'grapheme', maxLength: 12 }), { minLength: 2, maxLength: 6 })
    fc.assert(
      fc.property(cells, (row) => {
        const [back] = parse(csvLine(row), { delimiter: ';', relax_column_count: true }) as string[][]
        return row.every((cell, at) => (back?.[at] ?? '').replace(/^'(?=[=+\-@\t\r\n\0＝＋－＠])/, '') === cell)
      }),
      { numRuns: 1000 },
    )
  })
})
