import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { leftCents, mayApprove } from '#app/gestures/budget.ts'

describe('the budget of a call round', () => {
  test.each([
    [null, 0, [2500, 2500], { ok: true }],
    [10000, 7500, [2500], { ok: true }],
    [10000, 7500, [2500, 250], { ok: false, shortCents: 250 }],
    [0, 0, [250], { ok: false, shortCents: 250 }],
    [1000, 2500, [250], { ok: false, shortCents: 250 }],
    [1000, 1000, [], { ok: true }],
  ])('of %s with %s committed answers %j', (budgetCents, committedCents, requested, answer) =>
    expect(mayApprove({ budgetCents, committedCents }, requested)).toEqual(answer),
  )

  test('is never exceeded by what was approved', () => {
    const cents = fc.integer({ min: 0, max: 100_000 })
    fc.assert(
      fc.property(cents, fc.array(fc.array(cents, { maxLength: 4 })), (budgetCents, rounds) => {
        let committedCents = 0
        for (const requested of rounds)
          if (mayApprove({ budgetCents, committedCents }, requested).ok)
            committedCents += requested.reduce((a, b) => a + b, 0)
        expect(committedCents).toBeLessThanOrEqual(budgetCents)
        expect(leftCents({ budgetCents, committedCents })).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})
