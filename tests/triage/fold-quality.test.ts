import { expect, test } from 'vitest'
import { foldQuality } from '#app/triage/fold-quality.ts'
import type { Entry, Written } from '#app/triage/run.ts'
import { aVerdict } from '#prisma/builders/triage-run.ts'
import { end } from './small-protocol.ts'

const protocol = { ends: { held: end({ safety: ['Eén.', 'Twee.', 'Drie.'] }), other: end({ safety: [] }) } }
const entries = (...written: Written[]): Entry[] =>
  written.map((one) => ({ ...one, at: new Date(), accountId: 'somebody' }))
const answer = (question: string, given: 'yes' | 'no' | 'unknown'): Written => ({
  kind: 'answer',
  details: { question, answer: given },
})
const read = (line: number, of = 'held'): Written => ({ kind: 'safety-read', details: { end: of, line } })
const readBack = (state: 'right' | 'read' | 'corrected'): Written => ({ kind: 'read-back', details: { state } })
const held = aVerdict({ end: 'held' })
const fold = (...written: Written[]) => foldQuality(entries(...written), held, protocol)

test('a question that was answered twice was corrected, once however often', () => {
  expect(fold(answer('wet', 'yes'), answer('stopped', 'no')).corrected).toEqual([])
  const found = fold(answer('wet', 'yes'), answer('stopped', 'no'), answer('wet', 'no'), answer('wet', 'unknown'))
  expect(found.corrected).toEqual(['wet'])
})

test('what was read back was corrected when one time it was', () => {
  expect(fold(readBack('right')).readBackCorrected).toBe(false)
  expect(fold(readBack('read'), readBack('corrected'), readBack('right')).readBackCorrected).toBe(true)
})

test('the safety lines are those of the end they came to, each read once', () => {
  expect(fold(read(0), read(2), read(2), read(1, 'other'))).toMatchObject({ safetyLines: 3, safetyRead: 2 })
  expect(foldQuality(entries(read(0)), aVerdict({ end: 'other' }), protocol)).toMatchObject({
    safetyLines: 0,
    safetyRead: 0,
  })
  expect(foldQuality(entries(read(0)), aVerdict({ end: 'gone' }), protocol)).toMatchObject({
    safetyLines: 0,
    safetyRead: 0,
  })
  expect(foldQuality([], null, protocol)).toMatchObject({ safetyLines: 0, safetyRead: 0 })
})
