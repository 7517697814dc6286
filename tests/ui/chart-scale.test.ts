import fc from 'fast-check'
import { expect, test } from 'vitest'
import { labelledDays, niceTicks, stack } from '#app/ui/chart-scale.ts'

test.each([
  [0, [0, 1]],
  [3, [0, 1, 2, 3]],
  [74, [0, 20, 40, 60, 80]],
  [2000, [0, 500, 1000, 1500, 2000]],
])('up to %d the axis reads %j', (max, ticks) => expect(niceTicks(max)).toEqual(ticks))

test('every value fits under the highest tick, with few ticks', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000_000 }), (max) => {
      const ticks = niceTicks(max)
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(max)
      expect(ticks.length).toBeLessThanOrEqual(6)
    }),
  )
})

test('each part stands on the one below', () => {
  expect(stack([3, 0, 2])).toEqual([
    { from: 0, to: 3 },
    { from: 3, to: 3 },
    { from: 3, to: 5 },
  ])
})

test('no more days are labelled than fit', () => {
  expect(labelledDays(21, 8)).toEqual([0, 3, 6, 9, 12, 15, 18])
  expect(labelledDays(3, 8)).toEqual([0, 1, 2])
  expect(labelledDays(0, 8)).toEqual([])
})
