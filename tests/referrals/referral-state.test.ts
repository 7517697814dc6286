import { describe, expect, test } from 'vitest'
import { stateAfter } from '#app/lists/steps.ts'
import { endingsFrom, mustTell, type Referral, referralStates } from '#app/referrals/referral.ts'
import { referralSteps } from '#app/referrals/referral-steps.ts'
import { reminderDue, remindOn } from '#app/referrals/reminder.ts'

const rows = {
  proposed: { state: 'proposed', ending: null, wasSent: false, wasAccepted: false, isTold: false, isDescribed: false },
  sent: { state: 'sent', ending: null, wasSent: true, wasAccepted: false, isTold: false, isDescribed: false },
  accepted: { state: 'accepted', ending: null, wasSent: true, wasAccepted: true, isTold: false, isDescribed: false },
  ended: { state: 'ended', ending: 'no-answer', wasSent: true, wasAccepted: false, isTold: false, isDescribed: false },
} satisfies Record<string, Referral>

const table = {
  proposed: {
    send: 'sent',
    describe: null,
    accept: null,
    end: 'ended',
    'ask-later': 'proposed',
    tell: null,
    undo: null,
  },
  sent: {
    send: null,
    describe: 'sent',
    accept: 'accepted',
    end: 'ended',
    'ask-later': 'sent',
    tell: null,
    undo: 'proposed',
  },
  accepted: {
    send: null,
    describe: 'accepted',
    accept: null,
    end: 'ended',
    'ask-later': 'accepted',
    tell: 'accepted',
    undo: 'sent',
  },
  ended: { send: null, describe: 'ended', accept: null, end: null, 'ask-later': null, tell: 'ended', undo: 'sent' },
} as const

describe('a referral', () => {
  for (const state of referralStates)
    for (const step of Object.keys(referralSteps) as (keyof typeof referralSteps)[])
      test(`that is ${state}: ${step} gives ${table[state][step]}`, () =>
        expect(stateAfter<Referral>(referralSteps[step], rows[state])).toBe(table[state][step]))

  test.each([
    [{ wasSent: false, wasAccepted: false }, 'proposed'],
    [{ wasSent: true, wasAccepted: false }, 'sent'],
    [{ wasSent: true, wasAccepted: true }, 'accepted'],
  ])('that ended goes back to where it stood: %j is %s', (was, state) =>
    expect(stateAfter<Referral>(referralSteps.undo, { ...rows.ended, ...was })).toBe(state),
  )

  test('that was never sent can only end because the tenant does not want it', () => {
    expect(endingsFrom('proposed')).toEqual(['refused'])
    expect(endingsFrom('sent')).toEqual(['helped', 'refused', 'no-answer'])
    expect(endingsFrom('ended')).toEqual([])
  })
})

describe('the tenant must be told', () => {
  test.each([
    ['proposed', null, false, false],
    ['sent', null, false, false],
    ['accepted', null, false, true],
    ['accepted', null, true, false],
    ['ended', 'helped', false, false],
    ['ended', 'refused', false, true],
    ['ended', 'no-answer', false, true],
    ['ended', 'no-answer', true, false],
  ] as const)('when it is %s (%s) and told is %s: %s', (state, ending, isTold, answer) =>
    expect(mustTell({ state, ending, isTold })).toBe(answer),
  )
})

describe('the reminder', () => {
  test('comes a week after the last step', () => expect(remindOn('2026-02-25')).toBe('2026-03-04'))

  test.each([
    ['a Saturday', '2026-02-21', '2026-03-02'],
    ['a Sunday', '2026-02-22', '2026-03-02'],
    ['Easter Sunday, with its Monday', '2026-03-29', '2026-04-07'],
    ['Christmas, with the weekend after it', '2026-12-18', '2026-12-28'],
  ])('that would come on %s waits for a working day', (_, today, day) => expect(remindOn(today)).toBe(day))

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
