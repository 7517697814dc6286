import { describe, expect, test } from 'vitest'
import { followUpStates } from '#app/follow-ups/follow-up.ts'
import { followUpSteps } from '#app/follow-ups/follow-up-steps.ts'
import { stateAfter } from '#app/lists/steps.ts'

const table = {
  open: { complete: 'done', cancel: 'cancelled', reopen: null, reassign: 'open', move: 'open' },
  done: { complete: null, cancel: null, reopen: 'open', reassign: null, move: null },
  cancelled: { complete: null, cancel: null, reopen: 'open', reassign: null, move: null },
} as const

describe('a follow-up', () => {
  for (const state of followUpStates)
    for (const step of Object.keys(followUpSteps) as (keyof typeof followUpSteps)[])
      test(`that is ${state}: ${step} gives ${table[state][step]}`, () =>
        expect(stateAfter(followUpSteps[step], { state })).toBe(table[state][step]))
})
