import { describe, expect, test } from 'vitest'
import { gestureStates } from '#app/gestures/gesture.ts'
import { gestureSteps } from '#app/gestures/gesture-steps.ts'
import { decide, stateAfter } from '#app/lists/steps.ts'

const table = {
  requested: { approve: 'approved', refuse: 'refused', send: null, undo: null },
  approved: { approve: null, refuse: null, send: 'sent', undo: 'requested' },
  sent: { approve: null, refuse: null, send: null, undo: 'approved' },
  refused: { approve: null, refuse: null, send: null, undo: 'requested' },
} as const

describe('a gesture', () => {
  for (const state of gestureStates)
    for (const step of Object.keys(gestureSteps) as (keyof typeof gestureSteps)[])
      test(`that is ${state}: ${step} gives ${table[state][step]}`, () =>
        expect(stateAfter(gestureSteps[step], { state, hasDied: false })).toBe(table[state][step]))

  test('for somebody who has died is neither approved nor sent, but can be refused and taken back', () => {
    const answers = (Object.keys(gestureSteps) as (keyof typeof gestureSteps)[]).map((step) => {
      const rows = gestureSteps[step].from.map((state) => ({ state, hasDied: true }))
      const answer = decide(gestureSteps[step], rows, {})
      return [step, answer.ok || answer.reason]
    })
    expect(answers).toEqual([
      ['approve', 'deceased'],
      ['refuse', true],
      ['send', 'deceased'],
      ['undo', true],
    ])
  })
})
