import { describe, expect, test } from 'vitest'
import { defaultPolicy } from '#app/campaigns/calling-policy.ts'
import { plannedToDo } from '#app/campaigns/planned-days.ts'

// A Friday, with a Monday after it.
const plan = {
  total: 100,
  callers: 10,
  policy: defaultPolicy,
  zone: 'Europe/Amsterdam',
  from: '2026-11-20',
  until: '2026-11-23',
}

describe('what should be left', () => {
  test('goes down by half an hour a caller on calling days, and not in the weekend', () => {
    // Ten callers talk five hours a day; a home asks 0.79 × 20 minutes: 19 homes.
    expect(plannedToDo(plan)).toEqual([
      { on: '2026-11-20', toDo: 81 },
      { on: '2026-11-21', toDo: 81 },
      { on: '2026-11-22', toDo: 81 },
      { on: '2026-11-23', toDo: 62 },
    ])
  })

  test('never goes below nothing, and does not move when nobody calls', () => {
    expect(plannedToDo({ ...plan, total: 5 }).map(({ toDo }) => toDo)).toEqual([0, 0, 0, 0])
    expect(plannedToDo({ ...plan, callers: 0 }).map(({ toDo }) => toDo)).toEqual([100, 100, 100, 100])
  })
})
