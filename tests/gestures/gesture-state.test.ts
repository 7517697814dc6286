import { describe, expect, test } from 'vitest'
import { gestureAfter, gestureStates, gestureSteps } from '#app/gestures/gesture-state.ts'

const table = {
  requested: { approve: 'approved', refuse: 'refused', send: null, undo: null },
  approved: { approve: null, refuse: null, send: 'sent', undo: 'requested' },
  sent: { approve: null, refuse: null, send: null, undo: 'approved' },
  refused: { approve: null, refuse: null, send: null, undo: 'requested' },
} as const

describe('a gesture', () => {
  for (const state of gestureStates)
    for (const step of gestureSteps)
      test(`that is ${state}: ${step} gives ${table[state][step]}`, () =>
        expect(gestureAfter(state, step)).toBe(table[state][step]))
})
