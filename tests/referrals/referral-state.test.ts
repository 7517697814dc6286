import { describe, expect, test } from 'vitest'
import {
  endingsFrom,
  referralAfter,
  referralStates,
  referralStatesBefore,
  referralSteps,
} from '#app/referrals/referral-state.ts'
import { reminderDue, remindOn } from '#app/referrals/reminder.ts'

const dates = { wasSent: true, wasAccepted: false }
const table = {
  proposed: { send: 'sent', accept: null, end: 'ended', resume: null, 'remind-later': 'proposed', tell: null },
  sent: { send: null, accept: 'accepted', end: 'ended', resume: null, 'remind-later': 'sent', tell: 'sent' },
  accepted: { send: null, accept: null, end: 'ended', resume: null, 'remind-later': 'accepted', tell: 'accepted' },
  ended: { send: null, accept: null, end: null, resume: 'sent', 'remind-later': null, tell: 'ended' },
} as const

describe('a referral', () => {
  for (const state of referralStates)
    for (const step of referralSteps)
      test(`that is ${state}: ${step} gives ${table[state][step]}`, () => {
        expect(referralAfter(state, step, dates)).toBe(table[state][step])
        expect(referralStatesBefore(step).includes(state)).toBe(table[state][step] !== null)
      })

  test.each([
    [{ wasSent: false, wasAccepted: false }, 'proposed'],
    [{ wasSent: true, wasAccepted: false }, 'sent'],
    [{ wasSent: true, wasAccepted: true }, 'accepted'],
  ])('that ended goes back to where it stood: %j is %s', (was, state) =>
    expect(referralAfter('ended', 'resume', was)).toBe(state),
  )

  test('that was never sent can only end because the tenant does not want it', () => {
    expect(endingsFrom('proposed')).toEqual(['refused'])
    expect(endingsFrom('sent')).toEqual(['helped', 'refused', 'no-answer'])
    expect(endingsFrom('ended')).toEqual([])
  })
})

describe('the reminder', () => {
  test('comes a week after the last step', () => expect(remindOn('2026-02-25')).toBe('2026-03-04'))

  test.each([
    ['sent', '2026-11-19', null],
    ['sent', '2026-11-18', 0],
    ['proposed', '2026-11-15', 3],
    ['accepted', '2026-11-01', 17],
    ['ended', '2026-11-01', null],
  ])('of a referral that is %s with its day on %s is due for %s days', (state, day, due) =>
    expect(reminderDue({ state, remindOn: day }, '2026-11-18')).toBe(due),
  )
})
