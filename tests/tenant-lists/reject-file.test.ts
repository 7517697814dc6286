import { describe, expect, it } from 'vitest'
import { rejectFile } from '#app/tenant-lists/reject-file.ts'

describe('the file of rejected rows', () => {
  it('has the rows as they were, with the line and the reason behind them', async () => {
    const rows = [{ rowNumber: 1, line: 2, reason: 'missing-name' as const, cells: ['H1', ''] }]
    const words = { line: 'Regel', reason: 'Reden', sentence: () => 'De naam ontbreekt.' }
    let text = ''
    for await (const line of rejectFile(['Huurdernr', 'Naam'], rows, words)) text += line
    expect(text).toBe('\ufeffHuurdernr;Naam;Regel;Reden\r\nH1;;2;De naam ontbreekt.\r\n')
  })
})
