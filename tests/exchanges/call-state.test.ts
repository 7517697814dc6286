import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CallEvent, endings } from '#app/exchanges/call-event.ts'
import { callStateOf } from '#app/exchanges/call-state.ts'

const start = Date.parse('2026-11-27T20:00:00Z')
let count = 0
const said = (what: object, second = 0): CallEvent =>
  ({
    id: `e${count++}`,
    callId: 'c',
    at: new Date(start + second * 1000),
    phone: null,
    isHidden: false,
    dialled: null,
    ...what,
  }) as CallEvent
const ringing = (second = 0) => said({ kind: 'ringing', phone: '+31612345678', dialled: '+31850001122' }, second)
const at = (second: number) => new Date(start + second * 1000)

describe('a call', () => {
  test('that rings is waited for since it first rang', () => {
    expect(callStateOf([ringing(4), ringing(1)])).toEqual({
      state: 'ringing',
      phone: '+31612345678',
      isHidden: false,
      dialled: '+31850001122',
      startedAt: at(1),
      answered: null,
      ended: null,
    })
  })

  test('that was answered and put through is with whom it was put through to last', () => {
    const all = [
      ringing(),
      said({ kind: 'answered', extension: '204' }, 5),
      said({ kind: 'transferred', extension: '205' }, 9),
      said({ kind: 'transferred', extension: null }, 10),
    ]
    expect(callStateOf(all)).toMatchObject({ state: 'answered', answered: { at: at(5), extension: '205' } })
  })

  test.each(endings)('that nobody answered ended as was said: %s', (how) => {
    expect(callStateOf([ringing(), said({ kind: 'ended', how }, 30)])).toMatchObject({
      state: 'ended',
      answered: null,
      ended: { at: at(30), how, isSilence: false },
    })
  })

  test('that was answered is no missed one, whatever a leg of it says', () => {
    const answered = said({ kind: 'answered', extension: null }, 5)
    expect(callStateOf([said({ kind: 'ended', how: 'no-answer' }, 30), answered]).ended?.how).toBe('hung-up')
    expect(callStateOf([said({ kind: 'ended', how: 'failed' }, 30), answered]).ended?.how).toBe('failed')
  })

  test('of which nothing is heard any more has fallen away, until something is', () => {
    const silence = said({ kind: 'silent' }, 180)
    expect(callStateOf([ringing(), silence])).toMatchObject({
      state: 'ended',
      ended: { at: at(180), how: 'no-answer', isSilence: true },
    })
    expect(callStateOf([silence, said({ kind: 'answered', extension: null }, 20)])).toMatchObject({ state: 'answered' })
    expect(callStateOf([ringing(), silence, ringing(200)])).toMatchObject({ state: 'ringing' })
    const ended = said({ kind: 'ended', how: 'hung-up' }, 40)
    expect(callStateOf([ringing(), silence, ended]).ended).toEqual({ at: at(40), how: 'hung-up', isSilence: false })
  })

  test('whose number one event hides and another shows is known', () => {
    const hidden = said({ kind: 'ringing', isHidden: true })
    expect(callStateOf([hidden])).toMatchObject({ phone: null, isHidden: true })
    expect(callStateOf([hidden, ringing(1)])).toMatchObject({ phone: '+31612345678', isHidden: false })
  })

  test('of which nothing was said is none', () => expect(() => callStateOf([])).toThrow())
})

describe('of any events', () => {
  const extension = fc.constantFrom('204', '205', null)
  const what = fc.oneof(
    fc.record({ kind: fc.constant('ringing'), phone: fc.constantFrom('+31612345678', null), isHidden: fc.boolean() }),
    fc.record({ kind: fc.constantFrom('answered', 'transferred'), extension }),
    fc.record({ kind: fc.constant('ended'), how: fc.constantFrom(...endings) }),
    fc.record({ kind: fc.constant('silent') }),
  )
  const events = fc
    .array(fc.tuple(what, fc.integer({ min: 0, max: 9 })), { minLength: 1, maxLength: 8 })
    .map((all) => all.map(([one, second]) => said(one, second)))

  test('every order, with doubles, gives the same call', () => {
    fc.assert(
      fc.property(events, fc.array(fc.nat()), fc.infiniteStream(fc.nat()), (all, doubled, order) => {
        const doubles = doubled.map((index) => all[index % all.length] as CallEvent)
        const mixed = [...all, ...doubles].map((event) => [order.next().value, event] as const)
        mixed.sort(([a], [b]) => Number(a) - Number(b))
        expect(callStateOf(mixed.map(([, event]) => event))).toEqual(callStateOf(all))
      }),
      { numRuns: 2_000 },
    )
  })

  test('all orders of a whole call agree', () => {
    const whole = [
      ringing(),
      ringing(1),
      said({ kind: 'answered', extension: '204' }, 4),
      said({ kind: 'transferred', extension: '205' }, 6),
      said({ kind: 'ended', how: 'hung-up' }, 9),
    ]
    const orders = permutations(whole)
    expect(orders).toHaveLength(120)
    expect(new Set(orders.map((order) => JSON.stringify(callStateOf(order)))).size).toBe(1)
  })

  test('what is known of a part is not unsaid by the rest', () => {
    const rank = { ringing: 0, answered: 1, ended: 2 }
    fc.assert(
      fc.property(events, (all) => {
        const heard = all.filter(({ kind }) => kind !== 'silent')
        for (let length = 2; length <= heard.length; length++) {
          const [before, after] = [callStateOf(heard.slice(0, length - 1)), callStateOf(heard.slice(0, length))]
          expect(rank[after.state]).toBeGreaterThanOrEqual(rank[before.state])
          expect(after.answered === null && before.answered !== null).toBe(false)
          expect(after.startedAt <= before.startedAt).toBe(true)
        }
      }),
    )
  })
})

const permutations = <T>(all: T[]): T[][] =>
  all.length < 2
    ? [all]
    : all.flatMap((one, index) => permutations(all.toSpliced(index, 1)).map((rest) => [one, ...rest]))
