import { expect, test } from 'vitest'
import { lingerMs, outOfTurn, type SteadyRow, steadyRows } from '#app/contacts/steady-rows.ts'
import { aRow, now } from './a-row.ts'

const rowsOf = (...ids: number[]) => ids.map((id) => aRow({ id }))
const settled = (...ids: number[]): SteadyRow[] => rowsOf(...ids).map((row) => ({ row, leftAt: null }))
const shown = (rows: SteadyRow[]) =>
  rows.map(({ row, leftAt }) => `${Number(row.id.slice(-12))}${leftAt === null ? '' : ' left'}`)
const known = () => undefined

test('while they are held none moves: what came stands behind, what left says so in its place', () => {
  const held = steadyRows(settled(1, 2, 3), rowsOf(9, 1, 3), { now, isHeld: true, known })
  expect(shown(held)).toEqual(['1', '2 left', '3', '9'])
  expect(outOfTurn(held, rowsOf(9, 1, 3))).toBe(1)
})

test('let go of, they stand in turn', () => {
  const held = steadyRows(settled(1, 2, 3), rowsOf(9, 1, 3), { now, isHeld: true, known })
  const free = steadyRows(held, rowsOf(9, 1, 3), { now: now + lingerMs, isHeld: false, known })
  expect(shown(free)).toEqual(['9', '1', '3'])
  expect(outOfTurn(free, rowsOf(9, 1, 3))).toBe(0)
})

test('whoever was taken stays a moment in their place, as they are known now', () => {
  const taken = aRow({ id: 1, claimedBy: 'x', claimant: 'Sem' })
  const first = steadyRows(settled(1, 2), rowsOf(2), { now, isHeld: false, known: () => taken })
  expect(shown(first)).toEqual(['1 left', '2'])
  expect(first[0]?.row.claimant).toBe('Sem')
  const still = steadyRows(first, rowsOf(2), { now: now + lingerMs - 1, isHeld: false, known })
  expect(shown(still)).toEqual(['1 left', '2'])
  expect(shown(steadyRows(still, rowsOf(2), { now: now + lingerMs, isHeld: false, known }))).toEqual(['2'])
})

test('whoever comes back is back', () => {
  const gone = steadyRows(settled(1), [], { now, isHeld: true, known })
  expect(shown(steadyRows(gone, rowsOf(1), { now, isHeld: true, known }))).toEqual(['1'])
})
