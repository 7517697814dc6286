import { describe, expect, test } from 'vitest'
import { campaignSteps } from '#app/campaigns/campaign-steps.ts'
import { followUpSteps } from '#app/follow-ups/follow-up-steps.ts'
import { gestureSteps, type SteppedGesture } from '#app/gestures/gesture-steps.ts'
import { decide, type PersonStep, stateAfter, stepAt } from '#app/lists/steps.ts'
import { agencySteps } from '#app/referrals/agency-steps.ts'
import { referralSteps } from '#app/referrals/referral-steps.ts'
import { importPersonSteps } from '#app/tenant-lists/import-steps.ts'

const lamps = {
  light: { path: 'lighting', permission: 'x', from: ['off'], to: 'on', undoneBy: 'dim' },
  dim: { path: 'dimming', permission: 'x', from: ['on'], to: 'off' },
  clean: { path: 'cleaning', permission: 'x', from: ['on', 'off'] },
  mend: {
    path: 'mending',
    permission: 'x',
    from: ['broken', 'on'],
    to: ({ isOld }: Lamp) => (isOld ? null : 'off'),
    refusal: (_: Lamp, { hasTools }: { hasTools: boolean }) => (hasTools ? null : 'no-tools'),
  },
} as const satisfies Record<string, PersonStep<Lamp['state'], Lamp, 'no-tools'>>
type Lamp = { state: 'on' | 'off' | 'broken'; isOld: boolean }

const lamp = (state: Lamp['state'], isOld = false): Lamp => ({ state, isOld })

describe('the state after a step', () => {
  test('is the one the table names', () => expect(stateAfter(lamps.light, lamp('off'))).toBe('on'))
  test('is none from a state the step does not begin in', () => expect(stateAfter(lamps.light, lamp('on'))).toBeNull())
  test('is the same when the step changes none', () => expect(stateAfter(lamps.clean, lamp('off'))).toBe('off'))
  test('may be told from the row, and then also be none', () => {
    expect(stateAfter(lamps.mend, lamp('broken'))).toBe('off')
    expect(stateAfter(lamps.mend, lamp('broken', true))).toBeNull()
    expect(stateAfter(lamps.mend, lamp('off'))).toBeNull()
  })
})

describe('a step with many rows', () => {
  test('finds nothing when there is none', () =>
    expect(decide<Lamp>(lamps.light, [], {})).toEqual({ ok: false, reason: 'not-found' }))

  test('says that all stood elsewhere already', () =>
    expect(decide(lamps.light, [lamp('on'), lamp('broken')], {})).toEqual({ ok: false, reason: 'already-changed' }))

  test('takes those that can, and does not count the others as left out', () => {
    const answer = decide(lamps.light, [lamp('on'), lamp('off')], {})
    expect(answer).toEqual({
      ok: true,
      moves: [{ row: lamp('off'), to: 'on', refusal: null }],
      leftOut: 0,
      reasons: {},
    })
  })

  test('looks at what was asked, and says why when none may', () => {
    expect(decide(lamps.mend, [lamp('broken')], { hasTools: false })).toEqual({ ok: false, reason: 'no-tools' })
    expect(decide(lamps.mend, [lamp('broken')], { hasTools: true })).toMatchObject({ ok: true, leftOut: 0 })
  })

  test('counts those that may not', () => {
    const dead: SteppedGesture = { state: 'requested', hasDied: true }
    const living: SteppedGesture = { state: 'requested', hasDied: false }
    expect(decide(gestureSteps.approve, [dead, living], {})).toMatchObject({ ok: true, leftOut: 1 })
  })
})

test('an address leads to its step', () => {
  expect(stepAt(lamps, new Request('http://own/lamps/dimming?page=2'))).toBe('dim')
  for (const path of ['/lamps/dimming/', '/Lamps/DIMMING', '/lamps/dimming//'])
    expect(stepAt(lamps, new Request(`http://own${path}`))).toBe('dim')
  expect(() => stepAt(lamps, new Request('http://own/lamps/x'))).toThrow(expect.objectContaining({ status: 404 }))
})

type Steps = Record<string, PersonStep<string, never, string>>
const tables: [name: string, steps: Steps][] = Object.entries({
  followUpSteps,
  referralSteps,
  agencySteps,
  gestureSteps,
  campaignSteps,
  importPersonSteps,
})

describe.each(tables)('%s', (_, steps) => {
  test('have each an address of their own and a permission', () => {
    const paths = Object.values(steps).map(({ path }) => path)
    expect(new Set(paths).size).toBe(paths.length)
    for (const { permission } of Object.values(steps)) expect(permission).toMatch(/^[a-z-]+:[a-z-]+$/)
  })

  test('leave a sentence in the log', () => {
    const silent = Object.entries(steps).flatMap(([name, { action }]) => (action ? [] : [name]))
    // What a check begins with is in the log as what led to it: the list that came in, or its columns.
    expect(silent).toEqual(Object.is(steps, importPersonSteps) ? ['start-check'] : [])
  })

  test('are taken back by a step that begins where they end', () => {
    for (const { to, undoneBy } of Object.values(steps)) if (undoneBy) expect(steps[undoneBy]?.from).toContain(to)
  })
})
