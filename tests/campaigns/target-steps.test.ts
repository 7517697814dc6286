import { describe, expect, test } from 'vitest'
import type { CallerToSpread } from '#app/campaigns/spread.ts'
import { finalStates, openStates } from '#app/campaigns/target.ts'
import { type SteppedTarget, targetSteps } from '#app/campaigns/target-steps.ts'
import { decide } from '#app/lists/steps.ts'

const home = (fields: Partial<SteppedTarget> = {}): SteppedTarget => ({
  state: 'open',
  assignedTo: 'fatima',
  appointmentWith: null,
  isClaimed: false,
  homeNumber: '1',
  complex: 'De Linde',
  movedFrom: null,
  ...fields,
})
const karin: CallerToSpread = { accountId: 'karin', hours: 5 }
const promised = { state: 'appointment', appointmentWith: 'fatima' } as const

const give = (fields: Partial<SteppedTarget>, { to = karin, promises = null as string | null } = {}) =>
  decide(targetSteps.move, [home(fields)], { to, promises, move: 'first' })

describe('giving a home to a colleague', () => {
  test.each(openStates)('keeps its state when that is %s', (state) => {
    expect(give({ state })).toMatchObject({ ok: true, moves: [{ to: state }] })
  })

  test.each(finalStates)('leaves what is %s', (state) => {
    expect(give({ state })).toEqual({ ok: false, reason: 'finished' })
  })

  test('takes nothing from somebody who is calling, nor what is theirs already, nor their own house or neighbours', () => {
    expect(give({ isClaimed: true })).toEqual({ ok: false, reason: 'in-a-call' })
    expect(give({ assignedTo: 'karin' })).toEqual({ ok: false, reason: 'already-theirs' })
    expect(give({ ...promised, appointmentWith: 'karin', assignedTo: 'karin' })).toMatchObject({ ok: false })
    expect(give({}, { to: { ...karin, ownHomeNumber: '1' } })).toEqual({ ok: false, reason: 'own-home' })
    expect(give({}, { to: { ...karin, ownComplex: 'De Linde' } })).toEqual({ ok: false, reason: 'own-home' })
    expect(give({ assignedTo: null })).toMatchObject({ ok: true })
  })

  test('a promise with a name on it stays or goes along, as was answered', () => {
    expect(give(promised, { promises: 'stays' })).toEqual({ ok: false, reason: 'promise-stays' })
    expect(give(promised, { promises: 'goes-along' })).toMatchObject({ ok: true })
    expect(give({ state: 'appointment' }, { promises: 'stays' })).toMatchObject({ ok: true })
  })

  test('says of each reason how many', () => {
    const homes = [home(), home({ isClaimed: true }), home({ isClaimed: true }), home({ state: 'reached' })]
    expect(decide(targetSteps.move, homes, { to: karin, promises: null, move: 'first' })).toMatchObject({
      leftOut: 3,
      reasons: { 'in-a-call': 2, finished: 1 },
    })
  })
})

describe('taking it back', () => {
  const movedFrom = { to: 'karin', assignedTo: 'fatima', appointmentWith: null }
  const moved = { assignedTo: 'karin', movedFrom }
  const back = (fields: Partial<SteppedTarget>) =>
    decide(targetSteps.moveBack, [home(fields)], { team: [karin, { accountId: 'fatima' }] })

  test('is for what stands as the move left it', () => {
    expect(back(moved)).toMatchObject({ ok: true })
    expect(back({ ...moved, movedFrom: { ...movedFrom, assignedTo: null } })).toMatchObject({ ok: true })
    expect(back({})).toEqual({ ok: false, reason: 'moved-since' })
    expect(back({ ...moved, assignedTo: 'willem' })).toEqual({ ok: false, reason: 'moved-since' })
    expect(back({ ...moved, state: 'appointment', appointmentWith: 'karin' })).toEqual({
      ok: false,
      reason: 'moved-since',
    })
    expect(back({ ...moved, state: 'reached' })).toEqual({ ok: false, reason: 'already-changed' })
  })

  test('not out of a call, nor to somebody who has left', () => {
    expect(back({ ...moved, isClaimed: true })).toEqual({ ok: false, reason: 'in-a-call' })
    expect(back({ ...moved, movedFrom: { ...movedFrom, assignedTo: 'gone' } })).toEqual({
      ok: false,
      reason: 'not-on-team',
    })
  })
})
