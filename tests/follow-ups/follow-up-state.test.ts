import { describe, expect, test } from 'vitest'
import { followUpAfter, followUpStates, followUpStatesBefore, followUpSteps } from '#app/follow-ups/follow-up-state.ts'

const table = {
  open: { complete: 'done', cancel: 'cancelled', reopen: null, reassign: 'open', move: 'open' },
  done: { complete: null, cancel: null, reopen: 'open', reassign: null, move: null },
  cancelled: { complete: null, cancel: null, reopen: 'open', reassign: null, move: null },
} as const

describe('a follow-up', () => {
  for (const state of followUpStates)
    for (const step of followUpSteps)
      test(`that is ${state}: ${step} gives ${table[state][step]}`, () => {
        expect(followUpAfter(state, step)).toBe(table[state][step])
        expect(followUpStatesBefore(step).includes(state)).toBe(table[state][step] !== null)
      })
})
