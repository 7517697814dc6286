import { describe, expect, test } from 'vitest'
import {
  gestureAfter,
  gestureStateAfter,
  gestureStates,
  gestureStatesBefore,
  gestureSteps,
} from '#app/gestures/gesture-state.ts'

const table = {
  requested: { approve: 'approved', refuse: 'refused', send: null, reconsider: null, unsend: null },
  approved: { approve: null, refuse: null, send: 'sent', reconsider: 'requested', unsend: null },
  sent: { approve: null, refuse: null, send: null, reconsider: null, unsend: 'approved' },
  refused: { approve: null, refuse: null, send: null, reconsider: 'requested', unsend: null },
} as const

describe('a gesture', () => {
  for (const state of gestureStates)
    for (const step of gestureSteps)
      test(`that is ${state}: ${step} gives ${table[state][step]}`, () => {
        expect(gestureAfter(state, step)).toBe(table[state][step])
        expect(gestureStatesBefore(step).includes(state)).toBe(table[state][step] !== null)
        if (table[state][step]) expect(gestureStateAfter(step)).toBe(table[state][step])
      })
})
